using System.Runtime.CompilerServices;

namespace SupplyChain;

/// <summary>A file of answers, one a line: its name, and its bytes.</summary>
internal sealed class AnswerLines(string file)
{
    private readonly string _path = Path.Combine(ThisFolder(), "Answers", file);

    /// <summary>The answers.</summary>
    public IReadOnlyDictionary<string, string> Read() => File.Exists(_path)
        ? File.ReadAllLines(_path).Select(line => line.Split(' ', 2)).ToDictionary(line => line[0], line => line[1])
        : new Dictionary<string, string>();

    /// <summary>The answers, after those that are missing were written, when that was asked for.</summary>
    public IReadOnlyDictionary<string, string> ReadWith(IReadOnlyDictionary<string, string> now)
    {
        if (Environment.GetEnvironmentVariable("SUPPLYCHAIN_WRITE_GOLDEN") == "1")
        {
            var golden = Read();
            File.WriteAllLines(
                _path,
                golden.Concat(now.Where(line => !golden.ContainsKey(line.Key)))
                    .OrderBy(line => line.Key, StringComparer.Ordinal)
                    .Select(line => $"{line.Key} {line.Value}"));
        }

        return Read();
    }

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
