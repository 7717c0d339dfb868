using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Npgsql;

namespace SupplyChain.Verbs;

/// <summary>Options that say in one line what they take when they are given something else.</summary>
public static class Taking
{
    private const int MaxShownLength = 60;

    /// <summary>Reads a value; false when the text is none.</summary>
    public delegate bool Reading<T>(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>Lets an option take what can be read, and nothing else.</summary>
    /// <param name="option">The option.</param>
    /// <param name="takes">What it takes, for people.</param>
    /// <param name="read">Reads a value.</param>
    /// <param name="secret">Whether what was given is never shown.</param>
    public static Option<T> Takes<T>(this Option<T> option, string takes, Reading<T> read, bool secret = false)
    {
        option.CustomParser = given => Read(given, option.Name, takes, read, secret).FirstOrDefault();
        return option;
    }

    /// <summary>The same for an option that takes several.</summary>
    public static Option<T[]> TakesEach<T>(this Option<T[]> option, string takes, Reading<T> read)
    {
        option.CustomParser = given => Read(given, option.Name, takes, read, secret: false);
        return option;
    }

    /// <summary>Whole numbers.</summary>
    public static Option<int> TakesNumber(this Option<int> option, int least, int most) =>
        option.Takes(Range(least, most), (string text, out int value) => IsNumber(text, least, most, out value));

    /// <inheritdoc cref="TakesNumber(Option{int}, int, int)"/>
    public static Option<int?> TakesNumber(this Option<int?> option, int least, int most) =>
        option.Takes(Range(least, most), (string text, out int? value) =>
        {
            var isOne = IsNumber(text, least, most, out var number);
            value = number;
            return isOne;
        });

    /// <inheritdoc cref="TakesNumber(Option{int}, int, int)"/>
    public static Option<long?> TakesNumber(this Option<long?> option, long least, long most) =>
        option.Takes(Range(least, most), (string text, out long? value) =>
        {
            var isOne = IsNumber(text, least, most, out var number);
            value = number;
            return isOne;
        });

    /// <inheritdoc cref="TakesNumber(Option{int}, int, int)"/>
    public static Option<int[]> TakesNumbers(this Option<int[]> option, int least, int most) =>
        option.TakesEach(Range(least, most), (string text, out int value) => IsNumber(text, least, most, out value));

    /// <summary>One of the values of an enum, in any case.</summary>
    public static Option<T> TakesOneOf<T>(this Option<T> option) where T : struct, Enum =>
        option.Takes(Names<T>(), IsOneOf);

    /// <summary>Some of the values of an enum, in any case.</summary>
    public static Option<T[]> TakesSomeOf<T>(this Option<T[]> option) where T : struct, Enum =>
        option.TakesEach<T>(Names<T>(), IsOneOf);

    /// <summary>A text that is not blank.</summary>
    public static Option<string> TakesName(this Option<string> option) => option.Takes<string>("a name", IsText);

    /// <summary>A directory, which may be missing.</summary>
    public static Option<T> TakesDirectory<T>(this Option<T> option) where T : FileSystemInfo? =>
        option.Takes("a directory", (string text, [MaybeNullWhen(false)] out T value) =>
        {
            value = default;
            if (string.IsNullOrWhiteSpace(text) || text.Contains('\0', StringComparison.Ordinal) || File.Exists(text))
                return false;
            value = (T)(FileSystemInfo)new DirectoryInfo(text);
            return true;
        });

    /// <summary>The address of a node.</summary>
    public static Option<Uri> TakesUrl(this Option<Uri> option) =>
        option.Takes<Uri>("an address such as http://127.0.0.1:8080", IsUrl);

    /// <summary>A connection string; it may hold a password and is never shown.</summary>
    public static Option<string?> TakesConnection(this Option<string?> option) => option.Takes<string?>(
        "a connection string such as 'Host=localhost;Database=supplychain;Username=supplychain'",
        (string text, out string? value) =>
        {
            value = text;
            return IsConnection(text);
        },
        secret: true);

    /// <summary>
    /// A rule about several options together. A value that cannot be read is told by its own option, and the rule is
    /// not about it.
    /// </summary>
    public static void Rule(this Command verb, Action<CommandResult> rule) => verb.Validators.Add(line =>
    {
        try
        {
            rule(line);
        }
        catch (InvalidOperationException)
        {
            // What reading such a value throws.
        }
    });

    /// <summary>Reads a text that is not blank.</summary>
    public static bool IsText(string text, out string value)
    {
        value = text;
        return !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);
    }

    private static T[] Read<T>(ArgumentResult given, string name, string takes, Reading<T> read, bool secret)
    {
        var values = new List<T>();
        foreach (var text in given.Tokens.Select(token => token.Value))
        {
            if (read(text, out var value))
                values.Add(value);
            else
                given.AddError($"{name} takes {takes}, not {(secret ? "what was given" : $"'{Shown(text)}'")}.");
        }

        return [.. values];
    }

    private static string Shown(string text) => text.Length <= MaxShownLength ? text : text[..MaxShownLength] + "…";

    private static string Range(long least, long most) => string.Create(
        CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");

    private static bool IsNumber(string text, int least, int most, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        && value >= least && value <= most;

    private static bool IsNumber(string text, long least, long most, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        && value >= least && value <= most;

    private static string Names<T>() where T : struct, Enum =>
        string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant();

    private static bool IsOneOf<T>(string text, out T value) where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && text.All(char.IsAsciiLetter);

    private static bool IsUrl(string text, [MaybeNullWhen(false)] out Uri value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value) && value.Scheme is "http" or "https"
        && value.Host.Length > 0;

    private static bool IsConnection(string text)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(text).Host);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidCastException)
        {
            return false;
        }
    }
}
