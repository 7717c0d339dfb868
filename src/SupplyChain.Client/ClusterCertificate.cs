using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;

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

    private ClusterCertificate(X509Certificate2 own, X509Certificate2 authority)
    {
        _authority = authority;
        _own = SslStreamCertificateContext.Create(own, additionalCertificates: null, offline: true);
        ValidUntil = own.NotAfter.ToUniversalTime();
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
    public void SecureAccepted(IConnectionBuilder connections) => Secure(connections, (stream, stop) =>
        stream.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificateContext = _own,
                ClientCertificateRequired = true,
                RemoteCertificateValidationCallback = IsOurs,
                CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            },
            stop));

    /// <summary>Shows the certificate to whom this program connects, and wants to see theirs.</summary>
    public void SecureOpened(IConnectionBuilder connections) => Secure(connections, OpenAsync);

    /// <summary>Looks whether who listens at the other end of a connection shows a certificate of the authority.</summary>
    /// <exception cref="AuthenticationException">It shows another.</exception>
    /// <exception cref="IOException">It shows none.</exception>
    public async Task GreetAsync(Stream connection, CancellationToken cancellationToken)
    {
        await using var secured = new SslStream(connection, leaveInnerStreamOpen: true);
        await OpenAsync(secured, cancellationToken);
    }

    private Task OpenAsync(SslStream stream, CancellationToken cancellationToken) =>
        stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "supplychain",
                ClientCertificateContext = _own,
                RemoteCertificateValidationCallback = IsOurs,
                CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            },
            cancellationToken);

    private static void Secure(IConnectionBuilder connections, Func<SslStream, CancellationToken, Task> greet) =>
        connections.Use(next => async connection =>
        {
            var plain = connection.Transport;
            await using var secured = new SslStream(new TransportStream(plain));
            using (var patience = new CancellationTokenSource(HandshakeTimeout))
            {
                try
                {
                    await greet(secured, patience.Token);
                }
                catch (Exception refused) when (refused is AuthenticationException or IOException
                    or OperationCanceledException)
                {
                    connection.Abort(new ConnectionAbortedException(
                        $"No secure connection with {connection.RemoteEndPoint}: {refused.Message}", refused));
                    return;
                }
            }
            connection.Transport = new StreamTransport(secured);
            try
            {
                await next(connection);
            }
            finally
            {
                connection.Transport = plain;
            }
        });

    private bool IsOurs(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) =>
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
