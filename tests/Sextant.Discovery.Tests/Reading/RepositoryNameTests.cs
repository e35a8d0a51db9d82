using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Reading;

public sealed class RepositoryNameTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("https://github.com/acme/support.git", "acme/support")]
    [InlineData("https://ada:ghp_secret@github.com/acme/support", "acme/support")]
    [InlineData("git@github.com:acme/support.git", "acme/support")]
    [InlineData("ssh://git@host:2222/group/sub/name.git", "group/sub/name")]
    [InlineData("file:///srv/git/support.git", "support")]
    [InlineData("/srv/git/support.git/", "support")]
    [InlineData("../support", "support")]
    public void A_remote_names_the_repository_without_user_or_password(string url, string name) => Assert.Equal(name, RepositoryName.OfUrl(url));

    [Theory]
    [InlineData("https://ada:p@ss@github.com/a/b?token=x#y", "https://github.com/a/b")]
    [InlineData("git@github.com:a/b.git", "github.com:a/b.git")]
    [InlineData("/srv/a@b/c", "/srv/a@b/c")]
    [InlineData("", "")]
    public void What_is_shown_of_a_url_holds_no_credentials(string url, string shown) => Assert.Equal(shown, RepositoryName.WithoutCredentials(url));

    [Fact]
    public void The_name_is_what_sextant_yaml_says_else_the_origin_s_else_the_folder_s()
    {
        _folder.With("a.py", "a");
        Assert.Equal($"repository:{Path.GetFileName(_folder.Root)}", Repository());
        _folder.Git("init", "-q");
        _folder.Git("remote", "add", "origin", "https://ada:hunter2@github.com/acme/support.git");
        Assert.Equal("repository:acme/support", Repository());
        _folder.With("sextant.yaml", "repository: acme/named\n");
        Assert.Equal("repository:acme/named", Repository());
        _folder.With("sub/a.py", "a");
        Assert.Equal("repository:sub", Repository("sub"));
    }

    private string Repository(string folder = "")
    {
        var map = new MapBuilder();
        new RepositoryCollector(() => []).Collect(_folder.At(folder), new CollectOptions(), map);
        var asset = Assert.Single(map.Build().Assets);
        Assert.DoesNotContain("hunter2", string.Concat(asset.Evidence.Select(e => e.Detail)), StringComparison.Ordinal);
        return asset.Id.Value;
    }
}
