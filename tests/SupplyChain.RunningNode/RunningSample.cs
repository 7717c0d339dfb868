using System.Diagnostics;
using System.Text;

namespace SupplyChain;

/// <summary>A sample that runs, until it is disposed of: then it is killed with everything below it.</summary>
public sealed class RunningSample : IAsyncDisposable
{
    private readonly StringBuilder _said = new();
    private readonly Process _process;

    internal RunningSample(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether it has not ended.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Everything it said.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>Tells it to end, as <c>kill</c> and containers do; <c>dotnet run</c> hands that on.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Its exit code; null when the time was up first.</returns>
    public async Task<int?> EndsAsync(TimeSpan patience)
    {
        var ended = _process.WaitForExitAsync();
        return await Task.WhenAny(ended, Task.Delay(patience)) == ended ? _process.ExitCode : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_said)
            _said.AppendLine(line);
    }
}
