using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SupplyChain;

/// <summary>An authority that issues certificates into a directory of its own.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("supplychain-authority-");
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=authority", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _certificate = request.CreateSelfSigned(Now.AddYears(-2), Now.AddYears(2));
        File.WriteAllText(AuthorityFile, _certificate.ExportCertificatePem());
    }

    /// <summary>The file with its own certificate.</summary>
    public string AuthorityFile => Path.Combine(_directory.FullName, "authority.pem");

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Issues a certificate.</summary>
    /// <returns>The file with the certificate and its key.</returns>
    public string Issue(string name, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var issued = request.Create(
            _certificate, Now.AddYears(-1), until ?? Now.AddYears(1), RandomNumberGenerator.GetBytes(8));
        var file = Path.Combine(_directory.FullName, $"{name}.pem");
        File.WriteAllLines(file, [issued.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem()]);
        return file;
    }

    /// <summary>What a node is told to show a certificate of this authority.</summary>
    public IReadOnlyDictionary<string, string> Settings(string certificate) => new Dictionary<string, string>
    {
        ["SUPPLYCHAIN_Tls__Certificate"] = certificate, ["SUPPLYCHAIN_Tls__Authority"] = AuthorityFile,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
        _directory.Delete(recursive: true);
    }
}
