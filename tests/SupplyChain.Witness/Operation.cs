using System.Text;

namespace SupplyChain;

/// <summary>A request that may be sent any number of times and has its effect once.</summary>
/// <param name="Deed">What it does.</param>
/// <param name="Subject">The order, document, shipment or warehouse.</param>
/// <param name="Path">Where it is sent.</param>
/// <param name="Body">What is sent.</param>
public sealed record Operation(Deed Deed, string Subject, string Path, byte[] Body)
{
    /// <summary>The products it is about.</summary>
    public IReadOnlyList<string> Skus { get; init; } = [];

    /// <summary>The units by which it changes their stock.</summary>
    public long Units { get; init; }

    /// <summary>The milestone it reports.</summary>
    public string Milestone { get; init; } = "";

    /// <summary>How it is sent.</summary>
    public HttpMethod Method => Deed is Deed.Place or Deed.Receive or Deed.Adjust or Deed.Report
        ? HttpMethod.Put
        : HttpMethod.Post;

    /// <summary>Whether the business may say no to it, and that with these words.</summary>
    public bool MayBeRefused(string? code) => Deed switch
    {
        Deed.Place => code is "warehouse-closed",
        Deed.Adjust => code is "below-zero",
        Deed.Cancel => code is "too-late",
        Deed.Release => code is "nothing-allocated" or "order-closed" or "ship-complete",
        Deed.Report => code is "shipment-cancelled" or "nothing-allocated",
        _ => false,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path} {Encoding.UTF8.GetString(Body)}";
}
