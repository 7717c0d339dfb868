using System.CommandLine;
using System.CommandLine.Invocation;
using Microsoft.Extensions.Options;
using SupplyChain.Host;

try
{
    var line = CommandLine.Read(args);
    var howToRun = new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null,
    };
    if (line.Action is not ParseErrorAction complaint)
        return await line.InvokeAsync(howToRun);
    if (args.Length > 0)
    {
        Terminal.Note($"supplychain: {CommandLine.Complaint(line)}");
        return ExitCode.BadUsage;
    }

    (howToRun.Output, complaint.ShowHelp) = (Console.Error, true);
    await line.InvokeAsync(howToRun);
    return ExitCode.BadUsage;
}
catch (VerbException failure)
{
    Terminal.Note($"supplychain: {failure.Message}");
    return failure.Code;
}
catch (OptionsValidationException faulty)
{
    Terminal.Note($"supplychain: {string.Join(' ', faulty.Failures.Distinct())}");
    return ExitCode.BadUsage;
}
catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
{
    Terminal.Note($"supplychain: {CommandLine.OneLine(failure.Message)}");
    return ExitCode.Failed;
}
catch (OperationCanceledException)
{
    Terminal.Note("supplychain: It was not done in time.");
    return ExitCode.Failed;
}
catch (Exception failure)
{
    Terminal.Note($"supplychain: This should not have happened; please report it: {failure.GetType().Name}: "
        + $"{CommandLine.OneLine(failure.Message)} ({Settings.DetailsVariable}=Debug shows where.)");
    if (Settings.ShowsDetails)
        Terminal.Note($"{failure}");
    return ExitCode.Failed;
}
