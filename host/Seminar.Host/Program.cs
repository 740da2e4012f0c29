using System.Runtime.ExceptionServices;
using Seminar.Host.Commands;
using Seminar.Host.Reading;

// Before anything else is loaded: someone waits for what the file says.
if (args is [ReadingProgram.Command])
{
    Environment.Exit(ReadingLoop.Run());
}

// A theme's stray thread must not end the day for the seven others.
ExceptionHandling.SetUnhandledExceptionHandler(exception =>
{
    Console.Error.WriteLine($"Exception hors de toute page, le programme continue : {exception}");
    return true;
});

// Not a return: a thread that a theme left behind would keep the process.
Environment.Exit(await CommandLine.RunAsync(args));
