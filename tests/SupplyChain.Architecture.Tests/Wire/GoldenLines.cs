namespace SupplyChain.Architecture.Wire;

/// <summary>A file of promises, one a line: a name, and what it stands for.</summary>
internal sealed class GoldenLines(string file)
{
    private readonly string _path = Repository.File($"tests/SupplyChain.Architecture.Tests/Wire/{file}");

    /// <summary>The promises.</summary>
    public IReadOnlyDictionary<string, string> Read() => File.Exists(_path)
        ? File.ReadAllLines(_path).Select(line => line.Split(' ')).ToDictionary(line => line[0], line => line[1])
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
