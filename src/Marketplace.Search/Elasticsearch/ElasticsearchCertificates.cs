using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Marketplace.Search.Elasticsearch;

/// <summary>Decides whether the cluster's certificate is good, and says why when it is not.</summary>
internal static class ElasticsearchCertificates
{
    public static SslClientAuthenticationOptions Check(X509Certificate2Collection? authorities)
    {
        var options = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Validate };
        if (authorities is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,

                // An authority of one's own has no list of what it revoked.
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        return options;
    }

    private static bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        throw new AuthenticationException(
            errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) ? "it sent none"
            : status.HasFlag(X509ChainStatusFlags.NotTimeValid) ? "it has expired or is not valid yet"
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? "it is for another host name"
            : "no authority that is trusted here signed it");
    }
}
