namespace SupplyChain.Host.Nodes;

/// <summary>What monitoring systems are told; section <c>Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Whether metrics are kept at all.</summary>
    public bool Metrics { get; set; } = true;

    /// <summary>Where metrics and traces are sent to, for example <c>http://127.0.0.1:4317</c>.</summary>
    public string? Otlp { get; set; }

    /// <summary>Makes sure that what is sent can be sent.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The address is none.</exception>
    public void Check() => OptionFaults.Refuse(
        Otlp is not null && !(Uri.TryCreate(Otlp, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"), this,
        $"Telemetry:Otlp '{Otlp}' is not an address such as http://127.0.0.1:4317.");
}
