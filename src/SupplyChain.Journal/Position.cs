namespace SupplyChain.Journal;

/// <summary>
/// A place in the journal's commit order. Opaque outside the store: <c>(epoch, transaction, number)</c>, compared in
/// that order; SQLite uses only the number.
/// </summary>
public readonly record struct Position(long Epoch, ulong Transaction, long Number) : IComparable<Position>
{
    /// <summary>Before the first event.</summary>
    public static readonly Position Start;

    /// <summary>Behind every event there will be.</summary>
    public static readonly Position End = new(long.MaxValue, long.MaxValue, long.MaxValue);

    /// <inheritdoc/>
    public int CompareTo(Position other) =>
        (Epoch, Transaction, Number).CompareTo((other.Epoch, other.Transaction, other.Number));

    /// <summary>Text for clients and checkpoints; read back by <see cref="TryParse"/>.</summary>
    public override string ToString() => $"{Epoch:x}-{Transaction:x}-{Number:x}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out Position position)
    {
        position = default;
        var parts = (text ?? "").Split('-');
        if (parts.Length != 3
            || !long.TryParse(parts[0], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var epoch)
            || !ulong.TryParse(parts[1], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var transaction)
            || !long.TryParse(parts[2], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var number))
        {
            return false;
        }
        position = new(epoch, transaction, number);
        return true;
    }

    public static bool operator <(Position left, Position right) => left.CompareTo(right) < 0;
    public static bool operator >(Position left, Position right) => left.CompareTo(right) > 0;
    public static bool operator <=(Position left, Position right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Position left, Position right) => left.CompareTo(right) >= 0;
}
