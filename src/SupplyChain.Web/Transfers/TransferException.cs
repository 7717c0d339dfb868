using SupplyChain.Operations;
using SupplyChain.Planner;

namespace SupplyChain.Transfers;

/// <summary>Exceptions whose entity is a transfer, in a planner's words.</summary>
internal static class TransferException
{
    /// <summary>The kind of entities and of owners of demands that are transfers.</summary>
    public const string Kind = "transfer";

    private const string Prefix = $"{Kind}/";

    /// <summary>The transfer an exception is about; null when it is about something else.</summary>
    public static TransferId? Of(ExceptionEntry entry) => entry.Entity.StartsWith(Prefix, StringComparison.Ordinal)
        ? new TransferId(entry.Entity[Prefix.Length..])
        : default(TransferId?);

    /// <summary>The address of its page.</summary>
    public static string Path(TransferId transfer) => $"/transfers/{transfer}";

    /// <summary>What is wrong, after how many of what.</summary>
    public static string Said(ExceptionEntry entry, string goods, string place, DateTimeOffset now) => entry switch
    {
        { Kind: ExceptionKind.WarehouseClosed } => $"{goods} bound for closed {place}",
        { Kind: ExceptionKind.PinnedUnavailable } => $"{goods} waiting for closed {place}",
        { Kind: ExceptionKind.Late, Promise: { } wanted } =>
            $"{goods} late for {place} since {Words.Date(wanted.AddDays(1), now)}",
        _ => $"{goods} short in {place}",
    };

    /// <summary>What it is about, as one line below the title of the detail.</summary>
    public static string About(ExceptionEntry entry, DateTimeOffset now) =>
        entry.Promise is { } day ? $"transfer wanted by {Words.Day(day, now)}" : "transfer without a date";

    /// <summary>When it ends by itself.</summary>
    public static string Ends(ExceptionEntry entry, string place) => entry.Kind switch
    {
        ExceptionKind.WarehouseClosed => $"Resolves itself once {place} opens, or nothing is bound for it",
        ExceptionKind.PinnedUnavailable => $"Resolves itself once {place} opens, or nothing waits for it",
        ExceptionKind.Late => $"Resolves itself once all of it is in {place}, or cancelled",
        _ => "Resolves itself once a later receipt brings what is missing",
    };

    /// <summary>The form where what turns up is received.</summary>
    public static string Receiving(TransferId transfer) => $"{Path(transfer)}?do=receive";

    /// <summary>Why it is one; what was recorded when the transfer could not be read.</summary>
    public static string Why(ExceptionEntry entry, ExceptionSeen seen)
    {
        if (seen.Transfer is not { } transfer)
        {
            return entry.Reason;
        }
        var (from, to) = (seen.Called(transfer.From.Value), seen.Called(transfer.To.Value));
        return entry.Kind == ExceptionKind.Short
            ? $"{Words.Count(entry.Units, "unit")} left {from} and did not arrive in {to}, where nothing more was "
                + "expected."
            : TransferWords.Sentence(transfer, from, to);
    }

    /// <summary>The lines of which units are missing; null when there are none.</summary>
    public static WhyTable? Missing(TransferDetails? transfer) =>
        transfer?.Lines.Where(line => line.Short > line.Over).ToArray() is not { Length: > 0 } lines ? null : new(
            ["Line", "Product", "!Left", "!Arrived", "!Short"],
            [
                .. lines.Select(line => new[]
                {
                    Words.Plain(line.Line), line.Sku.Value, Words.Number(line.Shipped), Words.Number(line.Received),
                    Words.Number(line.Short - line.Over),
                }),
            ]);
}
