using System.Runtime.CompilerServices;

namespace SupplyChain;

/// <summary>A file of promises, one a line: a name, and what it stands for.</summary>
/// <param name="file">Its path, from the folder of the test that makes it.</param>
internal sealed class GoldenLines(string file, [CallerFilePath] string test = "")
{
    private readonly string _path = Path.Combine(Path.GetDirectoryName(test)!, file);

    /// <summary>The promises.</summary>
    public IReadOnlyDictionary<string, string> Read() => File.Exists(_path)
        ? File.ReadAllLines(_path).Select(line => line.Split(' ', 2)).ToDictionary(line => line[0], line => line[1])
        : new Dictionary<string, string>();

    /// <summary>The promises, after those that are missing were written, when that was asked for.</summary>
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
}
