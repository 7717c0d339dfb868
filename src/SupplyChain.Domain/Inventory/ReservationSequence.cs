using System.Globalization;
using System.Text.Json.Serialization;

namespace SupplyChain.Inventory;

/// <summary>What the numbers of a reservation's attempts rise within. It is stored as one text.</summary>
/// <param name="Owner">Who owns the demand.</param>
/// <param name="Line">The number of the owner's line.</param>
/// <param name="Origin">Who numbers the attempts.</param>
[JsonConverter(typeof(ReservationSequenceJsonConverter))]
public readonly record struct ReservationSequence(DemandOwner Owner, int Line, ReservationOrigin Origin)
{
    private const char Separator = '/';

    /// <summary>The sequence of a reservation.</summary>
    public static ReservationSequence Of(ReservationKey key) => new(key.Owner, key.Line, key.Origin);

    /// <summary>The sequence with a text that <see cref="ToString"/> gave.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static ReservationSequence Parse(string text)
    {
        // An owner may hold a separator; the line and the mark do not.
        var mark = text.LastIndexOf(Separator);
        var line = mark > 0 ? text.LastIndexOf(Separator, mark - 1) : -1;
        if (line < 0 || !int.TryParse(
            text.AsSpan(line + 1, mark - line - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw No(text);
        }
        return new(new(text[..line]), number, text[(mark + 1)..] switch
        {
            "o" => ReservationOrigin.Owner,
            "b" => ReservationOrigin.Backlog,
            _ => throw No(text),
        });
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Owner}{Separator}{Line}{Separator}{(Origin == ReservationOrigin.Owner ? 'o' : 'b')}";

    private static FormatException No(string text) => new($"\"{text}\" is not the sequence of a reservation.");
}
