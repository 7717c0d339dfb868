using System.Security.Cryptography;

namespace SupplyChain.Verbs;

/// <summary>How nodes and clients prove that they belong together; section <c>Tls</c>.</summary>
public sealed class TlsOptions
{
    /// <summary>The file with this program's certificate and private key, PEM.</summary>
    public string? Certificate { get; set; }

    /// <summary>The file with the certificate of the authority that issued all of them, PEM.</summary>
    public string? Authority { get; set; }

    /// <summary>What is configured; null when nothing is.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">One of both is missing.</exception>
    /// <exception cref="VerbException">A file cannot be used.</exception>
    public static ClusterCertificate? Configured()
    {
        var options = new TlsOptions();
        Settings.Bind("Tls", options);
        if (options is { Certificate: null, Authority: null })
            return null;
        options.Check();
        try
        {
            return ClusterCertificate.Load(options.Certificate!, options.Authority!);
        }
        catch (Exception trouble) when (trouble is ArgumentException or CryptographicException or IOException
            or UnauthorizedAccessException)
        {
            throw new VerbException(
                $"Tls:Certificate {options.Certificate} or Tls:Authority {options.Authority} cannot be used: "
                + trouble.Message, ExitCode.BadUsage, trouble);
        }
    }

    private void Check() => OptionFaults.Refuse(
        (Certificate is null) != (Authority is null), this,
        $"Tls:{(Certificate is null ? nameof(Certificate) : nameof(Authority))} is missing; "
        + "it belongs to the other one.");
}
