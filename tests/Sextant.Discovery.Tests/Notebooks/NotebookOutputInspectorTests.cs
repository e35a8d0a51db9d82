using System.Text;
using Sextant.Discovery.Notebooks;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Tests.Recognition;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Notebooks;

public sealed class NotebookOutputInspectorTests
{
    private const string Customers = """
        {"cells": [
          {"cell_type": "markdown", "source": "email jane.doe@contoso.de"},
          {"cell_type": "code", "source": "df.head()  # email jane.doe@contoso.de",
           "outputs": [
            {"output_type": "execute_result", "data": {
              "text/html": ["<td>email</td>",
                "<td>jane.doe@contoso.de</td>"],
              "text/plain": ["email", "jane.doe@contoso.de"],
              "image/png": "aGVsbG8="}},
            {"output_type": "stream", "name": "stdout", "text": "account DE89 3704 0044 0532 0130 00"}]}
        ], "nbformat": 4}
        """;

    private static AssetMap Inspect(string notebook)
    {
        var builder = new MapBuilder();
        var path = new TreePath("work/customers.ipynb");
        var files = new MemoryFiles(new SortedDictionary<string, string>(StringComparer.Ordinal) { [path.Value] = notebook });
        new NotebookOutputInspector().Inspect(new FileContent(path, Encoding.UTF8.GetBytes(notebook)), new TreeContext("acme", files, builder));
        return builder.Build();
    }

    [Fact]
    public void Outputs_are_counted_once_with_their_cell_and_line()
    {
        var notebook = Assert.Single(Inspect(Customers).Assets);

        Assert.Equal("notebook:repo/acme/work/customers.ipynb", notebook.Id.Value);
        Assert.Equal(
            ["6 the output of cell 2 shows 1 e-mail address", "10 the output of cell 2 shows 1 bank account number (IBAN)"],
            notebook.Evidence.OrderBy(e => e.Line).Select(e => $"{e.Line} {e.Detail}"));
        Assert.Equal(["financial", "personal"], Assert.IsType<PropertyValue.Set>(notebook["shownData"]).Members);
    }

    [Fact]
    public void No_value_is_recorded() =>
        Assert.DoesNotContain(Assert.Single(Inspect(Customers).Assets).Evidence, e => e.Detail.Contains("contoso", StringComparison.Ordinal) || e.Detail.Contains("DE89", StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("{\"cells\": [{\"outputs\": [{\"data\": {\"data\": {\"data\": 1}}}")]
    [InlineData("{\"cells\": [{\"cell_type\": \"code\", \"outputs\": \"jane@contoso.de\"}]}")]
    public void A_broken_notebook_gives_nothing(string notebook) => Assert.Empty(Inspect(notebook).Assets);
}
