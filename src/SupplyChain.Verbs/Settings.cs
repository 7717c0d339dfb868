namespace SupplyChain.Verbs;

/// <summary>What operators may tune by environment variables: <c>SUPPLYCHAIN_Journal__QueuedEvents=50000</c>.</summary>
public static class Settings
{
    private static readonly IConfigurationRoot All =
        new ConfigurationBuilder().AddEnvironmentVariables("SUPPLYCHAIN_").Build();

    /// <summary>Fills options from a section.</summary>
    /// <exception cref="VerbException">A value is not of its type.</exception>
    public static void Bind(string section, object options)
    {
        try
        {
            All.GetSection(section).Bind(options);
        }
        catch (InvalidOperationException faulty) // its message names the key
        {
            var variable = section.Replace(":", "__", StringComparison.Ordinal);
            throw new VerbException(
                $"{faulty.Message} It is set by a variable SUPPLYCHAIN_{variable}__….", ExitCode.BadUsage, faulty);
        }
    }

    /// <summary>A connection string; null when none is given.</summary>
    public static string? ConnectionString(string name) => All.GetConnectionString(name);

    /// <summary>The variable that makes the program say more.</summary>
    public const string DetailsVariable = "SUPPLYCHAIN_Logging__LogLevel__Default";

    /// <summary>Whether where something failed is told, and not only what.</summary>
    public static bool ShowsDetails => All["Logging:LogLevel:Default"]?.ToLowerInvariant() is "debug" or "trace";

    /// <summary>Whether each line of the log is to be a JSON object.</summary>
    /// <exception cref="VerbException">What was set is neither true nor false.</exception>
    public static bool JsonLogs => All["Logging:Json"] is not { Length: > 0 } text ? false
        : bool.TryParse(text, out var json) ? json
        : throw new VerbException("Logging:Json has to be true or false.", ExitCode.BadUsage);

    /// <summary>
    /// Says little: our own lifecycle and trouble of the frameworks; <c>SUPPLYCHAIN_Logging__LogLevel__…</c> says more.
    /// </summary>
    public static void Quiet(this ILoggingBuilder logging, bool json = false)
    {
        logging.ClearProviders();
        if (json)
        {
            logging.AddJsonConsole(line => (line.UseUtcTimestamp, line.TimestampFormat) = (true, "O"));
        }
        else
        {
            logging.AddSimpleConsole(line =>
            {
                line.SingleLine = true;
                line.UseUtcTimestamp = true;
                line.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            });
        }

        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("SupplyChain", LogLevel.Information);
        // What Orleans says in its name.
        logging.AddFilter("SupplyChain.Operations.BalanceService", LogLevel.Warning);
        // At every start they advise the server GC, and take the time since the machine was booted for a stall.
        logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        // A silo that dies is told once by the membership, not once for each call that was under way to it.
        logging.AddFilter("Orleans.Runtime.CallbackData", LogLevel.Error);
        logging.AddFilter("Orleans.Messaging", LogLevel.Critical);
        logging.AddFilter("Orleans.Runtime.Messaging.Connection", LogLevel.Error);
        logging.AddFilter("Polly", LogLevel.Critical);
        // Who asks hears it: a node that is not ready, a cluster without silos.
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Critical);
        logging.AddFilter("Orleans.Messaging.GatewayManager", LogLevel.Error);
        logging.AddConfiguration(All.GetSection("Logging"));
    }
}
