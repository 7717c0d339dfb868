using System.Globalization;
using System.Text.Json;

namespace SupplyChain;

/// <summary>The values a body is made of. What is absent or cannot be read is null or the type's default.</summary>
internal static class BodyValues
{
    /// <summary>A text.</summary>
    public static string? Text(this BodyReader reader, string name, bool required = false)
    {
        if (reader.Member(name, required) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.String)
        {
            reader.WrongType(name, "has to be a text");
            return null;
        }

        if (IsUnicode(value, out var text))
            return text;
        reader.Unreadable(
            name, FaultCodes.Unreadable, $"'{name}' is not Unicode text: it has half of a surrogate pair.");
        return null;
    }

    /// <summary>Whether a text is Unicode: escapes can name half of a surrogate pair.</summary>
    public static bool IsUnicode(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    /// <summary>An identifier.</summary>
    public static T? Id<T>(this BodyReader reader, string name, bool required = false)
        where T : struct, IIdentifier<T>
    {
        if (reader.Text(name, required) is not { } text)
            return null;
        if (!Identifier.IsValid(text))
            reader.Unreadable(name, FaultCodes.MalformedId, Identifier.Explain(name, text));
        return T.Of(text);
    }

    /// <summary>One of the values of an enum, in any case.</summary>
    public static T? Choice<T>(this BodyReader reader, string name, bool required = false) where T : struct, Enum
    {
        if (reader.Text(name, required) is not { } text)
            return null;
        if (text.Length > 0 && text.All(char.IsAsciiLetter) && Enum.TryParse<T>(text, true, out var value))
            return value;
        var known = Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);
        reader.Invalid(name, $"'{name}' is none of {string.Join(", ", known)}.");
        return null;
    }

    /// <summary>A whole number.</summary>
    public static long? Whole(this BodyReader reader, string name, bool required = false)
    {
        if (reader.Member(name, required) is not { } value)
            return null;
        if (IsWhole(value, out var number))
            return number;
        reader.WrongType(name, "has to be a whole number within 64 bits");
        return null;
    }

    /// <summary>Whether a value is a whole number that fits 64 bits, however it is written: 5, 5.0 or 5e0.</summary>
    public static bool IsWhole(JsonElement value, out long number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number
            && (value.TryGetInt64(out number) || new NumberLiteral(value).TryWhole(out number));
    }

    /// <summary>A whole number that is small when it is allowed at all.</summary>
    public static int? Small(this BodyReader reader, string name, bool required = false) =>
        reader.Whole(name, required) is { } number ? Narrow(number) : null;

    /// <summary>A number.</summary>
    public static double? Number(this BodyReader reader, string name)
    {
        if (reader.Member(name, false) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number))
        {
            if (number == 0 && !new NumberLiteral(value).IsZero)
                reader.Invalid(name, $"'{name}' is too close to 0 to be kept.");
            return number;
        }

        reader.WrongType(name, "has to be a number");
        return null;
    }

    /// <summary>True or false.</summary>
    public static bool Flag(this BodyReader reader, string name, bool ifAbsent)
    {
        if (reader.Member(name, false) is not { } value)
            return ifAbsent;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            reader.WrongType(name, "has to be true or false");
        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>A calendar date.</summary>
    public static DateOnly? Date(this BodyReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
            return null;
        if (Dates.TryDate(text, out var date))
            return date;
        reader.WrongType(name, "has to be a date, yyyy-MM-dd");
        return null;
    }

    /// <summary>An instant.</summary>
    public static DateTimeOffset? Instant(this BodyReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
            return null;
        if (Dates.TryInstant(text, out var instant))
            return instant;
        reader.WrongType(name, "has to be an instant with its offset, as RFC 3339 writes it");
        return null;
    }

    /// <summary>When something happened: an instant, null for unknown, absent for now.</summary>
    public static OccurredAt OccurredAt(this BodyReader reader)
    {
        const string name = "occurredAt";
        if (reader.Text(name) is not { } text)
            return reader.IsNull(name) ? SupplyChain.OccurredAt.Unknown : SupplyChain.OccurredAt.Now;
        if (Dates.TryInstant(text, out var instant))
            return instant;
        reader.WrongType(name, "has to be an instant with its offset, as RFC 3339 writes it");
        return default;
    }

    /// <summary>An amount of money.</summary>
    public static Money? Money(this BodyReader reader, string name) =>
        reader.Object(name, false, money => new Money(
            money.Amount("amount"), money.Text("currency", required: true) ?? ""));

    /// <summary>A number that has to fit 32 bits: what does not is as far out of range as one that just does.</summary>
    public static int Narrow(long number) => (int)Math.Clamp(number, int.MinValue, int.MaxValue);

    private static decimal Amount(this BodyReader reader, string name)
    {
        if (reader.Member(name, required: true) is not { } value)
            return 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount))
        {
            if (!new NumberLiteral(value).IsExactDecimal)
                reader.Invalid(name, $"'{name}' has more digits than can be kept: at most 28, and 28 decimals.");
            return amount;
        }

        reader.WrongType(name, "has to be a number");
        return 0;
    }
}
