using System.Diagnostics;
using System.Globalization;

namespace SupplyChain;

/// <summary>A disk in memory that is soon full.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int ChunkBytes = 1 << 20;

    private SmallDisk(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Mounts one.</summary>
    /// <returns>Null when that is not allowed.</returns>
    public static async Task<SmallDisk?> MountAsync(int megabytes)
    {
        var disk = new SmallDisk(Directory.CreateTempSubdirectory("supplychain-disk-").FullName);
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=1777");
        if (await RunAsync("mount", "-t", "tmpfs", "-o", size, "tmpfs", disk.Path) == 0)
            return disk;
        Directory.Delete(disk.Path);
        return null;
    }

    /// <summary>Fills it to the last byte.</summary>
    public async Task FillAsync()
    {
        var chunk = new byte[ChunkBytes];
        await using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.Read, 0);
        try
        {
            while (true)
                await ballast.WriteAsync(chunk);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    /// <summary>Gives back what it was filled with.</summary>
    public void Free() => File.Delete(Ballast);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (await RunAsync("umount", "-l", Path) == 0)
            Directory.Delete(Path);
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
