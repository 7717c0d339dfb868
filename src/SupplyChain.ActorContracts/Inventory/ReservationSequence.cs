using System.Text.Json.Serialization;

namespace SupplyChain.Inventory;

/// <summary>What the numbers of a reservation's attempts rise within. It is stored as one text.</summary>
/// <param name="Demand">The demand.</param>
/// <param name="Origin">Who numbers the attempts.</param>
[JsonConverter(typeof(ReservationSequenceJsonConverter))]
public readonly record struct ReservationSequence(DemandId Demand, ReservationOrigin Origin)
{
    private const char OwnersMark = 'o';
    private const char BacklogsMark = 'b';

    /// <summary>The sequence with a text that <see cref="ToString"/> gave.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static ReservationSequence Parse(string text)
    {
        // An owner may hold '/', the line and the mark do not.
        var mark = text.LastIndexOf('/');
        var line = mark > 0 ? text.LastIndexOf('/', mark - 1) : -1;
        return line < 0
            ? throw new FormatException($"\"{text}\" is not the sequence of a reservation.")
            : new(
                new(new(text[..line]), int.Parse(text.AsSpan(line + 1, mark - line - 1))),
                text.AsSpan(mark + 1) switch
                {
                    [OwnersMark] => ReservationOrigin.Owner,
                    [BacklogsMark] => ReservationOrigin.Backlog,
                    _ => throw new FormatException($"\"{text}\" is not the sequence of a reservation."),
                });
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Demand}/{(Origin == ReservationOrigin.Owner ? OwnersMark : BacklogsMark)}";
}
