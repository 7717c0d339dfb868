using System.Globalization;
using Xunit;

namespace SupplyChain;

/// <summary>A clock of one process that can be set while it runs, with Debian's package faketime.</summary>
internal sealed class FakeClock : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly string _library;

    private FakeClock(string library)
    {
        _library = library;
        Jump(0);
    }

    /// <summary>What a node has to be started with.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = _library,
        ["FAKETIME_TIMESTAMP_FILE"] = _file,
        ["FAKETIME_CACHE_DURATION"] = "1",
        // What is measured between two instants stays right, as it does when a clock is set; and waits on the
        // monotonic clock are not taken for waits on the other, or they would end at once.
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
    };

    /// <summary>A clock that is right; skips the test where the package is not installed.</summary>
    public static FakeClock Right()
    {
        var library = Directory.Exists("/usr/lib")
            ? Directory.EnumerateDirectories("/usr/lib").Select(path => $"{path}/faketime/libfaketimeMT.so.1")
                .FirstOrDefault(File.Exists)
            : null;
        Assert.SkipWhen(library is null, "Debian's package faketime is not installed.");
        return new(library!);
    }

    /// <summary>Sets the clock so many hours off.</summary>
    public void Jump(int hours) =>
        File.WriteAllText(_file, string.Create(CultureInfo.InvariantCulture, $"{hours:+0;-0;+0}h\n"));

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_file);
}
