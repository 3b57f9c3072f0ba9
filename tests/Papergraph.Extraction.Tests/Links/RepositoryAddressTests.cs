namespace Papergraph.Extraction.Tests;

public class RepositoryAddressTests
{
    [Theory]
    [InlineData("https://github.com/owner/name", "https://github.com/owner/name")]
    [InlineData("http://www.GitHub.com/Owner/Name.git", "https://github.com/owner/name")]
    [InlineData("github.com/owner/name/", "https://github.com/owner/name")]
    [InlineData("github.com//owner//name", "https://github.com/owner/name")]
    [InlineData("https://github.com/owner/name...", "https://github.com/owner/name")]
    [InlineData("https://github.com/owner/name.git/.", "https://github.com/owner/name")]
    [InlineData("https://github.com/owner/name/tree/main/src/part", "https://github.com/owner/name")]
    [InlineData("https://github.com/owner/name/blob/main/README.md#use", "https://github.com/owner/name")]
    [InlineData("https://github.com/owner/name/issues", "https://github.com/owner/name")]
    [InlineData("https://github.com/owner/name?tab=readme", "https://github.com/owner/name")]
    [InlineData("git+ssh://git@github.com:22/owner/name.git", "https://github.com/owner/name")]
    [InlineData("https://github.com/owner/name.js", "https://github.com/owner/name.js")]
    [InlineData("https://gist.github.com/owner/0123456789abcdef0123", "https://gist.github.com/0123456789abcdef0123")]
    [InlineData("https://gist.github.com/0123456789ABCDEF0123", "https://gist.github.com/0123456789abcdef0123")]
    [InlineData("https://owner.github.io/page/index.html", "https://owner.github.io/page")]
    [InlineData("https://Owner.github.io/Page/", "https://owner.github.io/Page")]
    [InlineData("https://owner.github.io", "https://owner.github.io")]
    [InlineData("https://gitlab.com/a/b/c", "https://gitlab.com/a/b/c")]
    [InlineData("https://gitlab.com/A/b/d.git", "https://gitlab.com/a/b/d")]
    [InlineData("https://gitlab.com/a/b/c/-/tree/main/d", "https://gitlab.com/a/b/c")]
    [InlineData("https://gitlab.com/a/b/tree/main", "https://gitlab.com/a/b")]
    [InlineData("https://gitlab.example.org/group/sub/name/-/issues/3", "https://gitlab.example.org/group/sub/name")]
    [InlineData("https://bitbucket.org/Owner/name/src/master/", "https://bitbucket.org/owner/name")]
    [InlineData("https://codeberg.org/owner/name/src/branch/main", "https://codeberg.org/owner/name")]
    [InlineData("https://gitee.com/Owner/name", "https://gitee.com/Owner/name")]
    [InlineData("https://git.sr.ht/~owner/name/tree", "https://git.sr.ht/~owner/name")]
    [InlineData("https://huggingface.co/Owner/Model-7b", "https://huggingface.co/owner/model-7b")]
    [InlineData("https://huggingface.co/owner/model/tree/main", "https://huggingface.co/owner/model")]
    [InlineData("https://huggingface.co/model-base/resolve/main/config.json", "https://huggingface.co/model-base/tree/main")]
    [InlineData("https://huggingface.co/datasets/owner/data/viewer", "https://huggingface.co/datasets/owner/data")]
    [InlineData("https://huggingface.co/datasets/data", "https://huggingface.co/datasets/data")]
    [InlineData("https://huggingface.co/datasets/data/viewer/default", "https://huggingface.co/datasets/data")]
    [InlineData("https://huggingface.co/spaces/owner/demo", "https://huggingface.co/spaces/owner/demo")]
    [InlineData("https://zenodo.org/record/1234567#.Xyz", "https://zenodo.org/records/1234567")]
    [InlineData("https://zenodo.org/records/1234567/files/a.zip", "https://zenodo.org/records/1234567")]
    [InlineData("https://zenodo.org/doi/10.5281/zenodo.1234567", "https://zenodo.org/records/1234567")]
    [InlineData("http://sourceforge.net/projects/Name/files/", "https://sourceforge.net/projects/name")]
    [InlineData("https://sourceforge.net/p/name/code/ci/master/tree/", "https://sourceforge.net/projects/name")]
    [InlineData("http://name.sourceforge.net/manual/", "https://sourceforge.net/projects/name")]
    [InlineData("https://name.svn.sourceforge.net/svnroot/name", "https://sourceforge.net/projects/name")]
    [InlineData("http://downloads.sourceforge.net/project/name/name-1.zip", "https://sourceforge.net/projects/name")]
    [InlineData(
        "http://sourceforge.net/tracker/?group_id=42&atid=7", "https://sourceforge.net/project/showfiles.php?group_id=42")]
    [InlineData(
        "http://sourceforge.net/project/showfiles.php?group_id=42", "https://sourceforge.net/project/showfiles.php?group_id=42")]
    [InlineData("https://savannah.gnu.org/git/?group=name", "https://savannah.gnu.org/projects/name")]
    [InlineData("http://code.google.com/p/name/wiki/Start", "https://code.google.com/p/name")]
    [InlineData("https://code.google.com/archive/p/name", "https://code.google.com/p/name")]
    [InlineData("https://anonymous.4open.science/r/Name-1A2B/README.md", "https://anonymous.4open.science/r/Name-1A2B")]
    [InlineData("https://www.openml.org/search?type=data&status=active&id=61", "https://openml.org/d/61")]
    [InlineData("https://www.openml.org/d/61", "https://openml.org/d/61")]
    [InlineData("https://pypi.org/project/Some_Package/1.0/", "https://pypi.org/project/some-package")]
    [InlineData("https://cran.r-project.org/web/packages/Name/index.html", "https://cran.r-project.org/package=Name")]
    [InlineData("https://CRAN.R-project.org/package=Name", "https://cran.r-project.org/package=Name")]
    [InlineData("https://git.io/AbC1", "https://git.io/AbC1")]
    public void Addresses_of_one_repository_have_one_form(string address, string expected)
    {
        Assert.True(RepositoryAddress.TryNormalize(address, out string normal));
        Assert.Equal(expected, normal);
        Assert.True(RepositoryAddress.TryNormalize(normal, out string again));
        Assert.Equal(normal, again);
        Assert.Equal(new Uri(expected).Host, RepositoryAddress.HostOf(normal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("https://example.org/owner/name")]
    [InlineData("https://notgithub.com/owner/name")]
    [InlineData("https://example.org/github.com/owner/name")]
    [InlineData("https://github.com")]
    [InlineData("https://github.com/owner")]
    [InlineData("https://github.com/owner/...")]
    [InlineData("https://github.com/owner/.git")]
    [InlineData("https://github.com/topics/graphs")]
    [InlineData("https://github.com/<owner>/<name>")]
    [InlineData("https://github.com/own er/name")]
    [InlineData("https://gitlab.com/owner")]
    [InlineData("https://gitlab.com/groups/a/b")]
    [InlineData("https://gitlab.com/-/snippets/1")]
    [InlineData("https://gist.github.com/owner")]
    [InlineData("https://bitbucket.org/owner/")]
    [InlineData("https://huggingface.co/owner")]
    [InlineData("https://huggingface.co/owner/models")]
    [InlineData("https://huggingface.co/papers/2106.09685")]
    [InlineData("https://huggingface.co/datasets")]
    [InlineData("https://huggingface.co/spaces/owner")]
    [InlineData("https://zenodo.org/communities/name")]
    [InlineData("https://zenodo.org/badge/latestdoi/1")]
    [InlineData("https://sourceforge.net/directory/")]
    [InlineData("https://pypi.org/user/name")]
    public void Other_addresses_are_no_repositories(string address)
    {
        Assert.False(RepositoryAddress.TryNormalize(address, out string normal));
        Assert.Equal("", normal);
    }

    [Fact]
    public void Hostile_addresses_are_no_repositories()
    {
        Assert.False(RepositoryAddress.TryNormalize("https://github.com/a/" + new string('b', 100_000), out _));
        Assert.False(RepositoryAddress.TryNormalize("https://gitlab.com/a/../" + string.Concat(Enumerable.Repeat("../", 500)), out _));
        Assert.False(RepositoryAddress.TryNormalize("https://github.com/a/b\0c", out _));
    }
}
