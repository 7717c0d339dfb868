using System.Text.RegularExpressions;

namespace SupplyChain.Planner;

/// <summary>The colours are the same in the style sheet and in the kit's theme, and can be told apart.</summary>
public sealed partial class TokenTests
{
    private const double ForText = 4.5;
    private const double ForShapes = 3;

    private static readonly string[] Sheets = ["surface", "canvas", "sunken"];
    private static readonly string[] Rows = [.. Sheets, "hover", "selected"];
    private static readonly string[] Tones = ["good", "warn", "bad", "info", "idle"];

    public static TheoryData<bool> Themes => [false, true];

    [Theory]
    [MemberData(nameof(Themes))]
    public void The_style_sheet_and_the_theme_have_the_same_colours(bool dark)
    {
        var css = File.ReadAllText(Path.Combine(Source(), "wwwroot", "tokens.css"));
        var part = css.Split(":root[data-theme=\"dark\"]")[dark ? 1 : 0];
        var written = Colour().Matches(part)
            .ToDictionary(found => found.Groups[1].Value, found => found.Groups[2].Value);

        (dark ? Tokens.Dark : Tokens.Light).Should().BeEquivalentTo(written);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_colour_can_be_told_from_what_it_stands_on(bool dark)
    {
        var token = dark ? Tokens.Dark : Tokens.Light;
        (string Name, string[] On, double Least)[] promised =
        [
            ("line-strong", Sheets, ForShapes),
            ("ink", Rows, ForText), ("ink-2", Rows, ForText), ("ink-3", Rows, ForText),
            ("accent", [.. Rows, "accent-soft"], ForText),
            ("on-accent", ["accent", "accent-hover"], ForText),
            .. Tones.Select(tone => (tone, (string[])[.. Rows, $"{tone}-soft"], ForShapes)),
            .. Tones.Select(tone => ($"{tone}-text", (string[])[.. Rows, $"{tone}-soft"], ForText)),
        ];

        foreach (var (name, on, least) in promised)
        {
            on.Min(ground => Contrast(token[name], token[ground]))
                .Should().BeGreaterThanOrEqualTo(least, "{0} stands on {1}", name, string.Join(", ", on));
        }
    }

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3)
            .Select(at => Convert.ToInt32(colour.Substring(1 + (2 * at), 2), 16) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static string Source([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "SupplyChain.Web");

    [GeneratedRegex("^  --([a-z0-9-]+): (#[0-9A-F]{6});", RegexOptions.Multiline)]
    private static partial Regex Colour();
}
