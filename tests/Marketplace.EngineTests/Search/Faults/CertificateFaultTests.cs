using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Marketplace.Core.Search;

namespace Marketplace.EngineTests.Search.Faults;

/// <summary>Real TLS: a certificate counts only when a trusted authority signed it, for this host name and for today.</summary>
public sealed class CertificateFaultTests : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly Authority _authority = new("the cluster's own authority");

    [Fact]
    public async Task A_certificate_of_the_authority_that_was_named_is_taken()
    {
        using var certificate = _authority.Sign("127.0.0.1", Now.AddDays(-1), Now.AddDays(1));

        Assert.Equal(IndexState.Missing, (await StatusAsync(certificate, trusted: _authority)).State);
    }

    [Fact]
    public async Task A_certificate_that_nobody_known_signed_is_refused()
    {
        using var certificate = _authority.Sign("127.0.0.1", Now.AddDays(-1), Now.AddDays(1));

        await RefusedAsync("no authority that is trusted here signed it", certificate, trusted: null);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_refused()
    {
        using var other = new Authority("somebody else");
        using var certificate = other.Sign("127.0.0.1", Now.AddDays(-1), Now.AddDays(1));

        await RefusedAsync("no authority that is trusted here signed it", certificate, trusted: _authority);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused_whoever_signed_it()
    {
        using var certificate = _authority.Sign("10.9.8.7", Now.AddDays(-1), Now.AddDays(1));

        await RefusedAsync("it is for another host name", certificate, trusted: _authority);
    }

    [Fact]
    public async Task A_certificate_that_has_expired_is_refused()
    {
        using var certificate = _authority.Sign("127.0.0.1", Now.AddDays(-9), Now.AddDays(-1));

        await RefusedAsync("it has expired or is not valid yet", certificate, trusted: _authority);
    }

    public void Dispose() => _authority.Dispose();

    private static async Task RefusedAsync(string why, X509Certificate2 certificate, Authority? trusted)
    {
        var status = await StatusAsync(certificate, trusted);

        Assert.Equal(IndexState.Unreachable, status.State);
        Assert.Matches($@"^The certificate of https://127\.0\.0\.1:\d+ is not trusted: {why}\.$", status.Reason);
    }

    private static async Task<IndexStatus> StatusAsync(X509Certificate2 certificate, Authority? trusted)
    {
        await using var server = await ScriptedElasticsearch.StartAsync(certificate);
        await using var node = FaultyNode.At([server.Address], trusted is null ? null : [trusted.Certificate]);
        return await node.StatusAsync();
    }

    /// <summary>An authority made for one test.</summary>
    private sealed class Authority : IDisposable
    {
        private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        public Authority(string name)
        {
            var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
            Certificate = request.CreateSelfSigned(Now.AddYears(-1), Now.AddYears(1));
        }

        public X509Certificate2 Certificate { get; }

        public X509Certificate2 Sign(string address, DateTimeOffset from, DateTimeOffset to)
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=a node of the cluster", key, HashAlgorithmName.SHA256);
            var names = new SubjectAlternativeNameBuilder();
            names.AddIpAddress(IPAddress.Parse(address));
            request.CertificateExtensions.Add(names.Build());
            using var signed = request.Create(Certificate, from, to, RandomNumberGenerator.GetBytes(8));
            using var whole = signed.CopyWithPrivateKey(key);
            return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), password: null);
        }

        public void Dispose()
        {
            Certificate.Dispose();
            _key.Dispose();
        }
    }
}
