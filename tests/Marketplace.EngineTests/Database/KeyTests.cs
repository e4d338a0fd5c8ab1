using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Marketplace.Api.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.EngineTests.Database;

/// <summary>Keys of cookies and the like, in the database that the nodes share.</summary>
public sealed class KeyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_one_node_protects_another_reads(Engine engine)
    {
        await using var database = EngineDatabase.Empty(engine);
        await using var one = Node.On(database);
        await using var other = Node.On(database);
        await Task.WhenAll(one.FillAsync(Stop), other.FillAsync(Stop));

        var here = one.Services.GetDataProtector("cookie").Protect("chào");
        var there = other.Services.GetDataProtector("cookie").Protect("bạn");

        Assert.Equal("chào", other.Services.GetDataProtector("cookie").Unprotect(here));
        Assert.Equal("bạn", one.Services.GetDataProtector("cookie").Unprotect(there));
        await using var keys = database.OpenKeys();
        Assert.Equal(1, await keys.DataProtectionKeys.CountAsync(Stop));
    }

    [Fact]
    public async Task A_certificate_keeps_the_keys_from_whoever_reads_the_table()
    {
        await using var database = EngineDatabase.Empty(Engine.Sqlite);
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var file = Path.Combine(database.Folder, "keys.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "mật khẩu"), Stop);
        string[] with = [$"--DataProtection:CertificatePath={file}", "--DataProtection:CertificatePassword=mật khẩu"];
        await using var one = Node.On(database, with);
        await using var other = Node.On(database, with);
        await one.FillAsync(Stop);

        var cookie = one.Services.GetDataProtector("cookie").Protect("chào");

        Assert.Equal("chào", other.Services.GetDataProtector("cookie").Unprotect(cookie));
        await using var keys = database.OpenKeys();
        var xml = (await keys.DataProtectionKeys.SingleAsync(Stop)).Xml!;
        Assert.Contains("EncryptedData", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal);
        await using var without = Node.On(database);
        Assert.ThrowsAny<CryptographicException>(() => without.Services.GetDataProtector("cookie").Unprotect(cookie));
    }

    [Theory]
    [InlineData("--DataProtection:CertificatePath=/nowhere/keys.pfx", "DataProtection__CertificatePath is /nowhere/keys.pfx, which cannot be read (")]
    [InlineData("--DataProtection:CertificatePassword=x", "DataProtection__CertificatePassword is set without DataProtection__CertificatePath: name the certificate file (.pfx) that it opens, or remove it.")]
    public async Task A_certificate_that_cannot_be_used_is_refused_by_the_name_of_its_setting(string setting, string message)
    {
        await using var database = EngineDatabase.Empty(Engine.Sqlite);

        var refused = Assert.Throws<StartException>(() => Node.On(database, setting));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }
}
