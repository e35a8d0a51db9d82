namespace Sextant.Discovery.Tests.Recognition;

public sealed class FixedCommandTests
{
    [Theory]
    [InlineData("subprocess.run(['git', 'log', name])", false)]
    [InlineData("subprocess.run([sys.executable, '-m', 'pip', 'install', name])", false)]
    [InlineData("os.system('date')", false)]
    [InlineData("subprocess.run(name, shell=True)", true)]
    [InlineData("subprocess.run([name, '--help'])", true)]
    [InlineData("subprocess.run(['sh', '-c', name])", true)]
    [InlineData("subprocess.run(['python3', name])", true)]
    [InlineData("os.system('ls ' + name)", true)]
    public void Only_a_command_that_the_caller_chooses_runs_code(string call, bool runsCode)
    {
        var map = new Repository().WithFile("app.py", $"import os, subprocess, sys\nfrom agents import function_tool\n@function_tool\ndef go(name: str):\n    {call}\n").Read();

        Assert.Equal(runsCode, Repository.Facet(map, "tool:~/app/go", "capabilities")?.Contains("executes-code", StringComparison.Ordinal) ?? false);
    }
}
