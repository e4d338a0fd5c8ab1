using Marketplace.Api.Hosting;
using Microsoft.Extensions.Configuration;

namespace Marketplace.Tests.Hosting;

/// <summary>A cluster is described wholly and rightly, or the host does not start and says what would be right.</summary>
public sealed class SearchSettingsTests : IDisposable
{
    private const string Secret = "very-secret";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("search-settings-");

    [Theory]
    [InlineData("Search__Url is missing: Search__Engine=Elasticsearch needs one, for example https://search:9200.")]
    [InlineData("Search__Url names no address: give one, for example https://search:9200, or several with commas between them.", "Url=,")]
    [InlineData("Search__Url must be addresses that begin with http:// or https://, for example https://search:9200, with commas between them.", "Url=search:9200")]
    [InlineData("Search__Url must be addresses that begin with http:// or https://, for example https://search:9200, with commas between them.", "Url=https://a:9200,b")]
    [InlineData("Search__Url holds a user name or password for search: put them into Search__Username and Search__Password, or use Search__ApiKey.", "Url=https://elastic:very-secret@search:9200")]
    [InlineData("Search__Url has a ? or # after search: give the address of the cluster alone, for example https://search:9200.", "Url=https://search:9200/?key=very-secret")]
    [InlineData("Search__ApiKey is set beside Search__Username or Search__Password: one way to sign in is enough, remove the other.", "Url=https://a", "ApiKey=very-secret", "Username=elastic", "Password=x")]
    [InlineData("Search__Password is missing: a user name and a password go together.", "Url=https://a", "Username=elastic")]
    [InlineData("Search__Username is missing: a user name and a password go together.", "Url=https://a", "Password=very-secret")]
    [InlineData("Search__ApiKey is not a key as Elasticsearch gives it: take the value \"encoded\" of its answer.", "Url=https://a", "ApiKey=id:very-secret")]
    [InlineData("Search__CertificateAuthority is set but Search__Url is http://a, which has no certificate: use https or remove the authority.", "Url=http://a", "CertificateAuthority=ca.pem")]
    [InlineData("Search__Shards is \"0\" but must be a number from 1 to 1024.", "Url=https://a", "Shards=0")]
    [InlineData("Search__Replicas is \"two\" but must be a number from 0 to 100.", "Url=https://a", "Replicas=two")]
    public void A_bad_setting_of_the_cluster_is_named_and_no_secret_is_repeated(string message, params string[] settings)
    {
        var refused = Assert.Throws<StartException>(() => Read(["Engine=Elasticsearch", .. settings]));

        Assert.Equal(message, refused.Message);
        Assert.DoesNotContain(Secret, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Url")]
    [InlineData("ApiKey")]
    [InlineData("Username")]
    [InlineData("Password")]
    [InlineData("CertificateAuthority")]
    [InlineData("Shards")]
    [InlineData("Replicas")]
    public void What_is_for_a_cluster_is_refused_without_one(string name) => Assert.Equal(
        $"Search__{name} is for Elasticsearch only: set Search__Engine=Elasticsearch or remove it.",
        Assert.Throws<StartException>(() => Read([$"{name}=1"])).Message);

    [Fact]
    public void A_certificate_file_that_is_not_there_or_holds_none_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "empty.pem"), "not a certificate");
        File.WriteAllText(Path.Combine(_folder.FullName, "broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        Assert.Matches("^Search__CertificateAuthority is .*missing.pem, which cannot be read \\(.+\\): name a PEM file with the certificate of the authority\\.$", Refusal("missing.pem"));
        Assert.Matches("^Search__CertificateAuthority is .*broken.pem, which cannot be read \\(.+\\): name a PEM file with the certificate of the authority\\.$", Refusal("broken.pem"));
        Assert.Matches("^Search__CertificateAuthority is .*empty.pem, which holds no certificate: name a PEM file with the certificate of the authority\\.$", Refusal("empty.pem"));

        string Refusal(string file) => Assert.Throws<StartException>(() => Read(["Engine=Elasticsearch", "Url=https://a", $"CertificateAuthority={file}"])).Message;
    }

    [Fact]
    public void A_good_description_is_taken_as_it_is()
    {
        var cluster = Read(["Engine=elasticsearch", "Url=https://a:9200, https://b:9200/es", "Username=elastic", "Password=x", "Shards=3", "Replicas=0"]).Elasticsearch!;

        Assert.Equal(["https://a:9200/", "https://b:9200/es/"], cluster.Nodes.Select(node => node.AbsoluteUri));
        Assert.Equal(("Basic", "ZWxhc3RpYzp4", 3, 0), (cluster.SignIn!.Scheme, cluster.SignIn.Parameter, cluster.Shards, cluster.Replicas));
        Assert.Equal("ApiKey", Read(["Engine=Elasticsearch", "Url=http://a", "ApiKey=YWJj"]).Elasticsearch!.SignIn!.Scheme);
        Assert.Null(Read([]).Elasticsearch);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private SearchSettings Read(string[] settings) => SearchSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create($"Search:{pair[0]}", (string?)pair[1]))).Build(),
        _folder.FullName);
}
