using System.Globalization;

namespace SupplyChain;

/// <summary>Reads the query of a request; names that are not read are ignored.</summary>
internal sealed class QueryReader(HttpContext http)
{
    public const int MaxPageLimit = 1_000;
    private const int DefaultPageLimit = 100;
    public const int MaxCursorLength = 4_000; // three texts that it was sorted by
    public const int MaxFilterValues = 100;

    private readonly List<ProblemError> _unreadable = [];
    private readonly List<ProblemError> _invalid = [];

    /// <summary>Which page is wanted.</summary>
    public PageQuery Page() => new(Limit(), After());

    /// <summary>Which page is wanted of a list that can be sorted by some fields.</summary>
    public PageQuery Page(Items<string> sortFields) => new(Limit(), After(), Sort(sortFields));

    /// <summary>How many entries are wanted; more than 1,000 are 1,000.</summary>
    public int Limit()
    {
        const string name = "limit";
        if (Text(name) is not { } text)
            return DefaultPageLimit;
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            var limit = int.TryParse(text, CultureInfo.InvariantCulture, out var number)
                ? Math.Min(number, MaxPageLimit)
                : MaxPageLimit;
            if (limit == 0)
                Invalid(name, FaultCodes.OutOfRange, "'limit' is not from 1 to 1,000.");
            return limit;
        }

        Unreadable(name, FaultCodes.WrongType, "'limit' has to be a whole number from 1 to 1,000.");
        return DefaultPageLimit;
    }

    /// <summary>Where to read on.</summary>
    public string? After()
    {
        const string name = "after";
        var text = Text(name);
        if (text is { Length: > MaxCursorLength })
            Unreadable(name, FaultCodes.Invalid, "'after' is not a 'next' of this list.");
        return text;
    }

    /// <summary>By which fields a list is wanted; null for its own order.</summary>
    public string? Sort(Items<string> fields)
    {
        const string name = "sort";
        var text = Text(name);
        if (Sorting.Fault(text, fields) is { } fault)
            Unreadable(name, FaultCodes.Invalid, fault);
        return text;
    }

    /// <summary>An identifier.</summary>
    public T? Id<T>(string name) where T : struct, IIdentifier<T> =>
        Text(name) is { } text ? Id<T>(name, text) : null;

    /// <summary>Identifiers, any of which may be it; none when absent.</summary>
    public Items<T> Ids<T>(string name) where T : struct, IIdentifier<T> =>
        Each(name).Select(text => Id<T>(name, text)).ToItems();

    /// <summary>One of the values of an enum, in any case.</summary>
    public T? Value<T>(string name) where T : struct, Enum =>
        Text(name) is { } text ? Value<T>(name, text) : null;

    /// <summary>Values of an enum, any of which may be it; none when absent.</summary>
    public Items<T> Values<T>(string name) where T : struct, Enum =>
        Each(name).Select(text => Value<T>(name, text)).OfType<T>().Distinct().ToItems();

    /// <summary>Names, repeated or separated by commas, any of which may be it; none when absent.</summary>
    public Items<string> Names(string name) =>
        Each(name, text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToItems();

    /// <summary>A date (its first instant in UTC) or an instant.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (Dates.TryDateOrInstant(text, out var instant))
            return instant;
        Unreadable(name, FaultCodes.WrongType, $"'{name}' has to be a date or an instant with its offset.");
        return null;
    }

    /// <summary>A moment of the past: a version, a date (its first instant in UTC) or an instant.</summary>
    public AsOf? AsOf(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (Past.Read(text) is { } then)
            return then;
        Unreadable(name, FaultCodes.WrongType,
            $"'{name}' has to be a version from 1, a date, or an instant with its offset.");
        return null;
    }

    /// <summary>A date.</summary>
    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (Dates.TryDate(text, out var date))
            return date;
        Unreadable(name, FaultCodes.WrongType, $"'{name}' has to be a date, such as 2026-08-13.");
        return null;
    }

    /// <summary>A whole number, 0 or more.</summary>
    public long? Number(string name) => Text(name) is { } text ? Number(name, text, 0, long.MaxValue) : null;

    /// <summary>Whole numbers from a range, any of which may be it; none when absent.</summary>
    public Items<int> Numbers(string name, int from, int to) =>
        Each(name).Select(text => (int)Number(name, text, from, to).GetValueOrDefault(from)).Distinct().ToItems();

    /// <summary>Texts as they are, any of which may be it; none when absent.</summary>
    public Items<string> Texts(string name)
    {
        var texts = Each(name);
        if (Array.Exists(texts, text => text.Length > Limits.MaxText))
            Invalid(name, FaultCodes.TooLong, $"'{name}' is longer than 200 characters.");
        return texts.ToItems();
    }

    /// <summary>True or false; false when absent.</summary>
    public bool Flag(string name) => FlagOrNull(name) ?? false;

    /// <summary>True or false; null when absent.</summary>
    public bool? FlagOrNull(string name)
    {
        switch (Text(name))
        {
            case null:
                return null;
            case "false":
                return false;
            case "true":
                return true;
            default:
                Unreadable(name, FaultCodes.WrongType, $"'{name}' has to be true or false.");
                return null;
        }
    }

    /// <summary>A text to search for.</summary>
    public string? Search(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        if (text.Length > Limits.MaxText)
            Invalid(name, FaultCodes.TooLong, $"'{name}' is longer than 200 characters.");
        else if (text.Any(char.IsControl))
            Invalid(name, FaultCodes.Invalid, $"'{name}' contains control characters.");
        return text;
    }

    /// <summary>A text as it is; null when absent. One that is given twice has to be the same.</summary>
    public string? Text(string name)
    {
        if (!http.Request.Query.TryGetValue(name, out var values) || values.Count == 0)
            return null;
        if (values.Distinct(StringComparer.Ordinal).Count() == 1)
            return values[0];
        Unreadable(name, FaultCodes.Duplicate, $"'{name}' can have one value only, and was given several.");
        return null;
    }

    /// <summary>Ends the request when something was faulty.</summary>
    /// <exception cref="FaultyRequestException">Something was.</exception>
    public void Check()
    {
        if (_unreadable.Count > 0)
            throw new FaultyRequestException(Problems.Unreadable([.. _unreadable, .. _invalid]));
        if (_invalid.Count > 0)
            throw new FaultyRequestException(Problems.Invalid(_invalid));
    }

    /// <summary>Notes that a parameter makes no sense, as only its reader can tell.</summary>
    public void Refuse(string name, string message) => Unreadable(name, FaultCodes.Invalid, message);

    private T Id<T>(string name, string text) where T : struct, IIdentifier<T>
    {
        if (!Identifier.IsValid(text))
            Unreadable(name, FaultCodes.MalformedId, Identifier.Explain(name, text));
        return T.Of(text);
    }

    private long? Number(string name, string text, long from, long to)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Unreadable(name, FaultCodes.WrongType, $"'{name}' has to be a whole number.");
        }
        else if (number < from || number > to)
        {
            Invalid(name, FaultCodes.OutOfRange, to == long.MaxValue
                ? $"'{name}' is less than {from}." : $"'{name}' is not from {from} to {to}.");
        }
        else
        {
            return number;
        }

        return null;
    }

    private T? Value<T>(string name, string text) where T : struct, Enum
    {
        if (text.Length > 0 && text.All(char.IsAsciiLetter) && Enum.TryParse<T>(text, true, out var value))
            return value;
        Invalid(name, FaultCodes.Invalid, $"'{name}' is none of {string.Join(", ", Enum.GetNames<T>())}.");
        return null;
    }

    /// <summary>Every value of a parameter that may be repeated, each once.</summary>
    private string[] Each(string name, Func<string, string[]>? split = null)
    {
        string[] texts =
        [
            .. http.Request.Query[name].SelectMany(text => split?.Invoke(text ?? "") ?? [text ?? ""])
                .Distinct(StringComparer.Ordinal),
        ];
        if (texts.Length <= MaxFilterValues)
            return texts;
        Invalid(name, FaultCodes.TooLong, $"'{name}' has more than {MaxFilterValues} values.");
        return [];
    }

    private void Unreadable(string name, string code, string message) =>
        _unreadable.Add(ProblemError.InRequest(name, code, message));

    private void Invalid(string name, string code, string message) =>
        _invalid.Add(ProblemError.InRequest(name, code, message));
}
