using CsCheck;
using Sextant.Discovery.Personal;

namespace Sextant.Discovery.Tests.Personal;

public sealed class PersonalDataFinderTests
{
    private static string Found(string text) => string.Join(", ", PersonalDataFinder.In(text));

    [Theory]
    [InlineData("   email\n0  jane.doe@contoso.de\n1  h.mueller@fabrikam.org", "2 e-mail addresses")]
    [InlineData("a.smith@corp.com b_jones@corp.com c.brown@corp.com", "3 e-mail addresses")]
    [InlineData("<td>o.k@firma.at</td><td>mail</td>", "1 e-mail address")]
    [InlineData("phone: +49 30 901820 and again +49 30 901820", "1 telephone number")]
    [InlineData("credit_card\n4929 1034 5667 8815 \n", "")]
    [InlineData("credit_card\n0   4539 5787 6362 1486\n", "1 payment card number")]
    [InlineData("card 4539578763621486", "1 payment card number")]
    [InlineData("account DE89 3704 0044 0532 0130 00.", "1 bank account number (IBAN)")]
    [InlineData("ssn\n536-22-8714\n", "1 social security number")]
    public void Personal_data_is_counted(string text, string found) => Assert.Equal(found, Found(text));

    [Theory]
    [InlineData("write to jane.doe@contoso.de")]
    [InlineData("email: jane@example.com, noreply@contoso.de, git@github.com:org/repo")]
    [InlineData("Author-email: jane@contoso.de")]
    [InlineData("loss 0.4539578763621486 card")]
    [InlineData("card 4111 1111 1111 1111")]
    [InlineData("id 4539578763621486")]
    [InlineData("card_x4539578763621486")]
    [InlineData("DE88 3704 0044 0532 0130 00")]
    [InlineData("2023-11-05 536-22-8714")]
    [InlineData("ssn 000-12-3456 666-12-3456 987-65-4321 078-05-1120 123-45-6789")]
    [InlineData("phone 555 0100")]
    [InlineData("call +49 30 901820")]
    [InlineData("")]
    public void What_may_be_anything_else_is_not(string text) => Assert.Equal("", Found(text));

    [Fact]
    public void Any_text_is_read_to_its_end() =>
        Gen.String[Gen.Char["@.+- 0123456789ABDEGabcdr:/\n4539"], 0, 300].Sample(text => PersonalDataFinder.In(text).Count <= 5);

    [Fact]
    public void A_long_run_of_digits_or_signs_costs_little()
    {
        Assert.Empty(PersonalDataFinder.In(new string('4', 200_000)));
        Assert.Empty(PersonalDataFinder.In(new string('@', 200_000)));
        Assert.Empty(PersonalDataFinder.In(string.Concat(Enumerable.Repeat("a@", 100_000))));
    }
}
