using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// The certificate of the web part, by Kestrel's own names: section <c>Kestrel:Certificates:Default</c>. Nothing else
/// of Kestrel is configured from outside, so that no endpoint is opened beside <c>--urls</c>.
/// </summary>
internal sealed class WebCertificate
{
    private const string Section = "Kestrel:Certificates:Default";

    /// <summary>The file: a PFX, or a PEM with the certificates; null: there is none.</summary>
    public string? Path { get; set; }

    /// <summary>The file with the key of a PEM.</summary>
    public string? KeyPath { get; set; }

    /// <summary>What opens the PFX or the key; null when nothing is needed.</summary>
    public string? Password { get; set; }

    /// <summary>What is configured.</summary>
    public static WebCertificate Configured()
    {
        var certificate = new WebCertificate();
        Settings.Bind(Section, certificate);
        return certificate;
    }

    /// <summary>Makes sure that it can be used.</summary>
    /// <exception cref="VerbException">It cannot.</exception>
    public void Check()
    {
        if (Path is null)
            return;
        try
        {
            using var one = Load();
            if (!one.HasPrivateKey)
                throw new VerbException($"{Section}:Path '{Path}' has no key.", ExitCode.BadUsage);
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or ArgumentException
            or UnauthorizedAccessException)
        {
            throw new VerbException(
                $"{Section}:Path '{Path}' cannot be used: {CommandLine.OneLine(failure.Message)}", ExitCode.BadUsage,
                failure);
        }
    }

    /// <summary>Whether a certificate is this one.</summary>
    public bool Is(X509Certificate? shown)
    {
        if (Path is null || shown is null)
            return false;
        using var own = Load();
        return own.GetRawCertData().AsSpan().SequenceEqual(shown.GetRawCertData());
    }

    /// <summary>The same for Kestrel, which would look for files beside the program.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ForKestrel() => Path is null ? [] :
    [
        new($"{Section}:Path", Full(Path)), new($"{Section}:KeyPath", Full(KeyPath)),
        new($"{Section}:Password", Password),
    ];

    private X509Certificate2 Load() => KeyPath is null ? X509CertificateLoader.LoadPkcs12FromFile(Path!, Password)
        : Password is null ? X509Certificate2.CreateFromPemFile(Path!, KeyPath)
        : X509Certificate2.CreateFromEncryptedPemFile(Path!, Password, KeyPath);

    private static string? Full(string? path) => path is null ? null : System.IO.Path.GetFullPath(path);
}
