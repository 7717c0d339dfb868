using System.Globalization;

namespace SupplyChain;

/// <summary>How characters come apart and together; see <see cref="Nfc"/>.</summary>
internal sealed class Composition
{
    // Hangul syllables are numbered by their parts (The Unicode Standard, section 3.12).
    private const int Syllables = 0xAC00;
    private const int Leads = 0x1100;
    private const int Vowels = 0x1161;
    private const int Tails = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;
    private const int SyllableCount = LeadCount * VowelCount * TailCount;

    private readonly Dictionary<int, int> _classes = [];
    private readonly Dictionary<(int First, int Second), int> _pairs = [];
    private readonly Dictionary<int, int[]> _parts = [];

    private Composition()
    {
    }

    /// <summary>Reads the tables.</summary>
    public static Composition Load()
    {
        using var table = typeof(Composition).Assembly.GetManifestResourceStream("Composition.txt")!;
        using var reader = new StreamReader(table);
        var composition = new Composition();
        while (reader.ReadLine() is { } line)
            composition.Read(line.Split(' '));
        return composition;
    }

    /// <summary>The combining class; 0 for what begins anew.</summary>
    public int Class(int rune) => _classes.GetValueOrDefault(rune);

    /// <summary>Adds what a character is made of, to the last part.</summary>
    public void Decompose(int rune, List<int> parts)
    {
        if (rune - Syllables is >= 0 and < SyllableCount and var syllable)
        {
            parts.Add(Leads + syllable / (VowelCount * TailCount));
            parts.Add(Vowels + syllable % (VowelCount * TailCount) / TailCount);
            if (syllable % TailCount > 0)
                parts.Add(Tails + syllable % TailCount);
        }
        else if (_parts.TryGetValue(rune, out var made))
        {
            foreach (var part in made)
                Decompose(part, parts);
        }
        else
        {
            parts.Add(rune);
        }
    }

    /// <summary>What two characters are together; null when they stay apart.</summary>
    public int? Compose(int first, int second)
    {
        if (first - Leads is >= 0 and < LeadCount and var lead
            && second - Vowels is >= 0 and < VowelCount and var vowel)
        {
            return Syllables + (lead * VowelCount + vowel) * TailCount;
        }

        if (first - Syllables is >= 0 and < SyllableCount and var open && open % TailCount == 0
            && second - Tails is > 0 and < TailCount and var tail)
        {
            return first + tail;
        }

        return _pairs.TryGetValue((first, second), out var composed) ? composed : null;
    }

    private void Read(string[] line)
    {
        if (line[0] == "class")
        {
            foreach (var range in line[2..])
                ReadClass(int.Parse(line[1], CultureInfo.InvariantCulture), [.. range.Split('-').Select(Rune)]);
            return;
        }

        foreach (var entry in line[0] is "pair" or "only" ? line[1..] : [])
        {
            var (composed, parts) = (Rune(entry.Split('=')[0]), entry.Split('=')[1].Split('+').Select(Rune).ToArray());
            _parts[composed] = parts;
            if (line[0] == "pair")
                _pairs[(parts[0], parts[1])] = composed;
        }
    }

    private void ReadClass(int rank, int[] range)
    {
        for (var rune = range[0]; rune <= range[^1]; rune++)
            _classes[rune] = rank;
    }

    private static int Rune(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
