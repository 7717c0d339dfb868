using SupplyChain.Operations;

namespace SupplyChain.Transfers;

/// <summary>Which exceptions the state of a transfer is the cause of.</summary>
internal static class TransferCauses
{
    /// <summary>Units that left and never arrived: open until a later receipt brings them.</summary>
    public static IReadOnlyList<OpenCause> Of(TransferDetails? transfer)
    {
        var missing = transfer?.Lines.Sum(line => Math.Max(0, line.Short - line.Over)) ?? 0;
        return missing == 0 ? [] :
        [
            new(
                ExceptionKind.Short, missing, null,
                $"Of what left {transfer!.From}, {missing} did not arrive in {transfer.To}.",
                About(transfer, line => line.Short > line.Over)),
        ];
    }

    /// <summary>A transfer that is bound for its destination: an exception while that is closed.</summary>
    public static InWarehouse? Bound(TransferDetails? transfer) => transfer is not null && transfer.Status.IsOpen()
        ? new(transfer.To, transfer.RequestedAt, new(
            ExceptionKind.WarehouseClosed, transfer.Lines.Sum(Open), null,
            $"Destination {transfer.To} is closed.", About(transfer, line => Open(line) > 0)))
        : null;

    /// <summary>A transfer that has not arrived by the date it was wanted, and since when.</summary>
    public static (OpenCause Cause, DateTimeOffset Since)? Late(TransferDetails? transfer, DateOnly today) =>
        transfer is { RequestedBy: { } wanted } && transfer.Status.IsOpen() && wanted < today
            ? (new(
                ExceptionKind.Late, transfer.Lines.Sum(Open), null,
                $"Not in {transfer.To} by the date it was wanted.", About(transfer, line => Open(line) > 0)),
                new(wanted.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero))
            : null;

    private static long Open(TransferLineDetails line) =>
        line.Waiting + line.Reserved + line.Released + line.InTransit;

    private static CauseFacts About(TransferDetails transfer, Func<TransferLineDetails, bool> concerned) => new()
    {
        Lines = transfer.Lines.Where(concerned).Select(line => line.Line).ToItems(),
        Skus = transfer.Lines.Where(concerned).Select(line => line.Sku).ToItems(),
        Warehouses = [transfer.To],
        Promise = transfer.RequestedBy,
    };
}
