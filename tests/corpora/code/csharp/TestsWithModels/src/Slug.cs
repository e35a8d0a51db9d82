namespace Acme.Text;

public static class Slug
{
    public static string Of(string text) => text.Trim().ToLowerInvariant().Replace(' ', '-');
}
