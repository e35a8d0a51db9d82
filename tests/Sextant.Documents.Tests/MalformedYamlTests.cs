namespace Sextant.Documents.Tests;

public sealed class MalformedYamlTests
{
    [Theory]
    [InlineData("a: [x\nb: c")]
    [InlineData("k: [A, B\nx: [C]\n")]
    public void A_list_that_is_not_closed_gives_an_error_with_its_line(string text) => Assert.Equal(1, YamlReader.Read(text).Error?.Line);
}
