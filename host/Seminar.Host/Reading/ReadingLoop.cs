using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Seminar.Contracts.Files;
using Seminar.Host.Themes;

namespace Seminar.Host.Reading;

/// <summary>The other process: reads the files that it is handed, one after the other, until nobody hands it any more.</summary>
internal static class ReadingLoop
{
    /// <summary>A process that grew beyond is not kept for another file.</summary>
    private const long MostKept = 160L * 1024 * 1024;

    private static readonly Dictionary<string, Assembly> Loaded = [];

    public static int Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        using var complaints = new StreamWriter(Console.OpenStandardError());
        // The output is the answer's, the error output is kept in the log: what a library would say there goes nowhere.
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        var stays = true;
        while (stays && Frames.Receive(input) is { } received)
        {
            var (request, content) = received;
            var answer = new Frames.Answer(output);
            using var patience = new Timer(_ => Process.GetCurrentProcess().Kill(), null, TimeSpan.FromSeconds(request.Seconds), Timeout.InfiniteTimeSpan);
            var end = Read(request, content, answer, complaints);
            stays = end == ReadingEnd.Read && Environment.WorkingSet < MostKept;
            answer.End(end, stays);
        }

        return 0;
    }

    private static ReadingEnd Read(ReadingRequest request, byte[] content, Frames.Answer answer, TextWriter complaints)
    {
        try
        {
            var type = LoadedFrom(request.Assembly).GetType(request.Reader, throwOnError: true)!;
            ((IFileReader)Activator.CreateInstance(type, nonPublic: true)!).Read(request.Name, content, answer);
            return ReadingEnd.Read;
        }
        catch (OutOfMemoryException)
        {
            return ReadingEnd.TooLarge;
        }
        catch (InsufficientExecutionStackException)
        {
            return ReadingEnd.TooDeep;
        }
        catch (Exception unexpected)
        {
            // Its kind and place alone: a message may quote the file.
            complaints.WriteLine($"{unexpected.GetType()} in {request.Reader}{Environment.NewLine}{unexpected.StackTrace}");
            return ReadingEnd.Broken;
        }
    }

    /// <summary>The program's own readers are loaded as it is; those of a theme in a context of their own, as the host does.</summary>
    private static Assembly LoadedFrom(string path)
    {
        if (!Loaded.TryGetValue(path, out var assembly))
        {
            var isOwn = Path.GetDirectoryName(path) == Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
            var types = isOwn ? AssemblyLoadContext.Default : new ThemeLoadContext(path, path, collectible: false);
            Loaded[path] = assembly = types.LoadFromAssemblyPath(path);
        }

        return assembly;
    }
}
