using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace SupplyChain.Architecture;

/// <summary>Every limit and every duration of the product stands in <c>docs/limits.md</c>, with its value.</summary>
public sealed partial class LimitTests
{
    private const BindingFlags Statics =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The types of all projects of <c>src</c>.</summary>
    private static readonly Type[] Types =
    [
        .. Layer.All.Append(new("Host", Assembly.Load("supplychain"), [])).SelectMany(layer => layer.Types),
    ];

    private static readonly Type[] Numbers =
    [
        typeof(byte), typeof(short), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float),
        typeof(double), typeof(decimal),
    ];

    private static readonly Dictionary<string, long> TicksOf = new()
    {
        ["ms"] = TimeSpan.TicksPerMillisecond,
        ["s"] = TimeSpan.TicksPerSecond,
        ["min"] = TimeSpan.TicksPerMinute,
        ["h"] = TimeSpan.TicksPerHour,
        ["d"] = TimeSpan.TicksPerDay,
    };

    private static readonly (Key Key, FieldInfo Field)[] Constants =
    [
        .. Types.SelectMany(type => type.GetFields(Statics)).Where(IsLimit)
            .Select(field => (new Key(Folder(field.DeclaringType!), NameOf(field)), field)),
    ];

    private static readonly (Key Key, string Value)[] Rows = [.. Read()];

    [Fact]
    public void Every_limit_is_in_the_table_of_its_folder() =>
        Constants.Select(constant => constant.Key).Except(Rows.Select(row => row.Key))
            .Should().BeEmpty("docs/limits.md lists every limit");

    [Fact]
    public void The_tables_name_nothing_that_is_gone() =>
        Rows.Select(row => row.Key).Except(Constants.Select(constant => constant.Key))
            .Should().BeEmpty("docs/limits.md lists what is in the code");

    [Fact]
    public void The_tables_give_the_values_of_the_code() =>
        Constants.Join(
                Rows, constant => constant.Key, row => row.Key,
                (constant, row) => (row.Key.Name, Listed: row.Value, Value: Value(constant.Field)))
            .Where(both => !IsValue(both.Listed, both.Value))
            .Should().BeEmpty("docs/limits.md gives the values of the code");

    [Fact]
    public void A_name_is_listed_once()
    {
        Constants.Should().NotBeEmpty();
        Constants.Select(constant => constant.Key).Should().OnlyHaveUniqueItems();
        Rows.Select(row => row.Key).Should().OnlyHaveUniqueItems();
    }

    /// <summary>Public names are promises already.</summary>
    [Fact]
    public void The_name_of_a_duration_says_what_it_bounds() =>
        Constants
            .Where(constant => constant.Field.FieldType == typeof(TimeSpan) && !constant.Field.IsPublic)
            .Select(constant => constant.Key.Name)
            .Should().OnlyContain(name => Term().IsMatch(name));

    private static bool IsLimit(FieldInfo field) =>
        (field.IsLiteral || field.IsInitOnly)
        && (field.FieldType == typeof(TimeSpan) || (Numbers.Contains(field.FieldType) && IsBound(field)));

    private static bool IsBound(FieldInfo field) =>
        Bound().IsMatch(field.Name) || field.DeclaringType!.Name.EndsWith("Limits", StringComparison.Ordinal);

    private static string NameOf(FieldInfo field) => $"{field.DeclaringType!.Name.Split('`')[0]}.{field.Name}";

    /// <summary>The folder of the business, of a project beside it, or of the host, which composes them.</summary>
    private static string Folder(Type type) => type.Namespace!.Split('.')[1..] switch
    {
        [] => "Root",
        ["Host", var part, ..] => $"Host.{part}",
        [var noun, ..] => noun,
    };

    private static object Value(FieldInfo field)
    {
        if (field.IsLiteral)
        {
            return field.GetRawConstantValue()!;
        }
        var type = field.DeclaringType!;
        return (type.ContainsGenericParameters ? Closed(type).GetField(field.Name, Statics)! : field).GetValue(null)!;
    }

    /// <summary>A generic type as somebody derives from it, or of anything that it allows.</summary>
    private static Type Closed(Type open) =>
        Types.Select(type => type.BaseType).FirstOrDefault(parent =>
            parent is { IsGenericType: true, ContainsGenericParameters: false }
            && parent.GetGenericTypeDefinition() == open)
        ?? open.MakeGenericType([.. open.GetGenericArguments().Select(argument =>
            argument.GetGenericParameterConstraints().FirstOrDefault() ?? typeof(object))]);

    private static bool IsValue(string listed, object value)
    {
        var words = listed.Split(' ');
        var number = decimal.Parse(words[0], NumberStyles.Number, CultureInfo.InvariantCulture);
        var unit = words.ElementAtOrDefault(1);
        return value is TimeSpan span
            ? unit is not null && TicksOf.TryGetValue(unit, out var ticks) && number * ticks == span.Ticks
            : number * (unit is "KiB" ? 1 << 10 : unit is "MiB" ? 1 << 20 : 1)
                == Convert.ToDecimal(value, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<(Key Key, string Value)> Read()
    {
        var folder = "";
        foreach (var line in File.ReadLines(Repository.File("docs/limits.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                folder = line[3..];
            }
            else if (line.StartsWith("| `", StringComparison.Ordinal))
            {
                var row = RowOf().Match(line);
                yield return row.Success
                    ? (new Key(folder, row.Groups["name"].Value), row.Groups["value"].Value)
                    : throw new FormatException($"docs/limits.md: a row has a name, a value and two texts: {line}");
            }
        }
    }

    [GeneratedRegex("^(Max|Most|Min|Least|Fewest|Longest|Shortest|Largest)(?![a-z])|(Limit|Capacity|AtOnce)$|Timeout")]
    private static partial Regex Bound();

    [GeneratedRegex("(Timeout|Interval|Delay|Backoff|Threshold|Tolerance|Grace|Margin|Age|Retention|Window|Limit)$")]
    private static partial Regex Term();

    [GeneratedRegex(@"^\| `(?<name>[\w.]+)` \| (?<value>\d[^|]*) \| [^|]+ \| [^|]+ \|$")]
    private static partial Regex RowOf();

    private sealed record Key(string Folder, string Name);
}
