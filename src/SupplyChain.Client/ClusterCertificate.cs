using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Orleans.Connections.Security;

namespace SupplyChain;

/// <summary>
/// What a node or a client shows to others, and whose certificates it takes: with it, connections between nodes and
/// from clients to nodes are encrypted, and only who has a certificate of the same authority can open one. Names in
/// certificates are not compared: the authority issues for this cluster alone.
/// </summary>
public sealed class ClusterCertificate
{
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(5);

    private readonly X509Certificate2 _authority;
    private readonly SslStreamCertificateContext _own;
    private readonly TlsOptions _tls;

    private ClusterCertificate(X509Certificate2 own, X509Certificate2 authority)
    {
        _authority = authority;
        _own = SslStreamCertificateContext.Create(own, additionalCertificates: null, offline: true);
        ValidUntil = own.NotAfter.ToUniversalTime();
        // Each handshake is given the certificate with its chain, built once (Accept, Open). The library itself is
        // given none, since it refuses one whose key usage names only one of the two ends; so it wants a selector, and
        // never asks it.
        _tls = new()
        {
            LocalServerCertificateSelector = (_, _) => own,
            RemoteCertificateMode = RemoteCertificateMode.RequireCertificate,
            RemoteCertificateValidation = (shown, _, _) => IsOurs(shown),
            HandshakeTimeout = HandshakeTimeout,
            OnAuthenticateAsServer = (_, how) =>
                Accept((SslServerAuthenticationOptions)how.SslServerAuthenticationOptions),
            OnAuthenticateAsClient = (_, how) =>
                Open((SslClientAuthenticationOptions)how.SslClientAuthenticationOptions),
        };
    }

    /// <summary>When it ends; connections opened after that are refused.</summary>
    public DateTimeOffset ValidUntil { get; }

    /// <summary>Reads the files.</summary>
    /// <param name="certificateFile">PEM: the certificate and its private key.</param>
    /// <param name="authorityFile">PEM: the certificate of the authority that issued it.</param>
    /// <exception cref="ArgumentException">The certificate is not valid now, or of another authority.</exception>
    /// <exception cref="CryptographicException">A file holds something else.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static ClusterCertificate Load(string certificateFile, string authorityFile)
    {
        var own = X509Certificate2.CreateFromPemFile(certificateFile);
        var authority = X509Certificate2.CreateFromPem(File.ReadAllText(authorityFile));
        return Trouble(own, authority) is { } trouble
            ? throw new ArgumentException($"{certificateFile} cannot be used with {authorityFile}: {trouble}")
            : new(own, authority);
    }

    /// <summary>Makes who opens connections to this program show a certificate.</summary>
    public void SecureAccepted(IConnectionBuilder connections) => connections.UseServerTls(_tls);

    /// <summary>Shows the certificate to whom this program connects, and wants to see theirs.</summary>
    public void SecureOpened(IConnectionBuilder connections) => connections.UseClientTls(_tls);

    /// <summary>
    /// Looks whether who listens at the other end of a connection shows a certificate of the authority.
    /// </summary>
    /// <exception cref="AuthenticationException">It shows another.</exception>
    /// <exception cref="IOException">It shows none.</exception>
    public async Task GreetAsync(Stream connection, CancellationToken cancellationToken)
    {
        await using var secured = new SslStream(
            connection, leaveInnerStreamOpen: true, (_, shown, _, _) => IsOurs(shown));
        await secured.AuthenticateAsClientAsync(Open(new()), cancellationToken);
    }

    /// <summary>How a handshake is held with who connects.</summary>
    private void Accept(SslServerAuthenticationOptions how)
    {
        how.ServerCertificateSelectionCallback = null;
        how.ServerCertificateContext = _own;
        how.ApplicationProtocols = null;
    }

    /// <summary>How a handshake is held with whom this program connects to.</summary>
    private SslClientAuthenticationOptions Open(SslClientAuthenticationOptions how)
    {
        how.TargetHost = "supplychain";
        how.ClientCertificateContext = _own;
        how.ApplicationProtocols = null;
        return how;
    }

    private bool IsOurs(X509Certificate? shown) =>
        shown is X509Certificate2 certificate && Trouble(certificate, _authority) is null;

    /// <summary>Why a certificate is not one of an authority; null when it is.</summary>
    private static string? Trouble(X509Certificate2 certificate, X509Certificate2 authority)
    {
        using var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { authority },
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            },
        };
        return chain.Build(certificate)
            ? null
            : string.Join(' ', chain.ChainStatus.Select(status => status.StatusInformation.Trim()).Distinct());
    }
}
