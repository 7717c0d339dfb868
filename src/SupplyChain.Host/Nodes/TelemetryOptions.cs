namespace SupplyChain.Host.Nodes;

/// <summary>What monitoring systems are told; section <c>Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Whether metrics are kept at all.</summary>
    public bool Metrics { get; set; } = true;

    /// <summary>Where metrics and traces are sent to, for example <c>http://127.0.0.1:4317</c>.</summary>
    public string? Otlp { get; set; }
}
