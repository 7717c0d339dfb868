using System.Globalization;
using Microsoft.AspNetCore.Components;
using SupplyChain.Inventory;
using SupplyChain.Planner;

namespace SupplyChain.Transfers;

/// <summary>
/// Records what arrived of a transfer, line by line. One form is one receipt, however often it is sent; what was not
/// written over is what is in transit.
/// </summary>
public partial class ReceiveTransferDrawer
{
    private readonly Dictionary<int, string> _written = [];
    private readonly FormSending _sending = new();
    private ReceiptId _id = FormId.New("RC");
    private bool _isFinal;

    /// <summary>The transfer.</summary>
    [Parameter, EditorRequired] public TransferSeen Seen { get; set; } = default!;

    /// <summary>Nothing is to be done.</summary>
    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    /// <summary>Is told what was done.</summary>
    [Parameter, EditorRequired] public EventCallback<string> OnDone { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    /// <summary>Lines of which units left the source.</summary>
    private IEnumerable<TransferLineDetails> Lines => Seen.Transfer.Lines.Where(line => line.Shipped > 0);

    private long Arriving => Lines.Sum(line => Units(line) ?? 0);

    private long Missing => Lines.Sum(line => Math.Max(0, line.InTransit - (Units(line) ?? 0)));

    private long Over => Lines.Sum(Surplus);

    /// <summary>Of what is over: units that were recorded as short before.</summary>
    private long Found => Lines.Sum(line => Math.Min(Surplus(line), Math.Max(0, line.Short - line.Over)));

    private bool CanSend => Lines.All(line => Units(line) is not null) && (Arriving > 0 || (_isFinal && Missing > 0));

    private string ButtonText => Arriving > 0 ? $"Receive {Words.Count(Arriving, "unit")}" : "Record as short";

    /// <summary>What sending it means beside the units that arrive; null when that is nothing.</summary>
    private Look? Consequence => string.Join(' ', Consequences()) switch
    {
        "" => null,
        var said when _isFinal && Missing > 0 => new(said, "ex-short", "bad"),
        var said => new(said, "ex-count", Over > Found ? "warn" : ""),
    };

    private IEnumerable<string> Consequences()
    {
        if (Missing > 0)
        {
            yield return _isFinal
                ? $"{Words.Count(Missing, "unit is", "units are")} recorded as short, and the inbox shows it."
                : $"{Words.Count(Missing, "unit stays", "units stay")} in transit.";
        }
        if (Found > 0)
        {
            yield return $"{Words.Count(Found, "unit", "units")} that were recorded as short turn up.";
        }
        if (Over > Found)
        {
            yield return $"{Words.Count(Over - Found, "unit arrives", "units arrive")} beyond what left: on hand, and "
                + "recorded as over.";
        }
    }

    private long Surplus(TransferLineDetails line) => Math.Max(0, (Units(line) ?? 0) - line.InTransit);

    private string Written(TransferLineDetails line) =>
        _written.TryGetValue(line.Line, out var text) ? text : Words.Plain(line.InTransit);

    /// <summary>Units of a line that arrived; null when what is written is no number of units.</summary>
    private long? Units(TransferLineDetails line) => long.TryParse(
        Written(line).Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var units)
        && units is >= 0 and <= Limits.MaxQuantity ? units : null;

    private Task SendAsync()
    {
        if (!CanSend)
        {
            return Task.CompletedTask;
        }
        var (arriving, missing) = (Arriving, Missing);
        var lines = Lines.Select(line => new ReceiveTransferLine(line.Line, Units(line)!.Value)).ToList();
        var told = arriving > 0 ? lines.Where(line => line.Quantity > 0) : lines;
        return _sending.SendAsync<TransferDetails>(
            "received",
            async () => await Chain.With(new CallOptions { IfMatch = Seen.Transfer.Version })
                .Transfers.ReceiveAsync(Seen.Transfer.Id, new(_id, told.ToItems(), _isFinal)),
            _ => OnDone.InvokeAsync(_isFinal && missing > 0
                ? $"{Words.Count(arriving, "unit")} received, {Words.Number(missing)} short, {_id}."
                : $"{Words.Count(arriving, "unit")} received, {_id}."),
            "The node did not answer. Sending it again is safe: it is the same receipt.");
    }
}
