using System.Diagnostics;
using Seminar.Contracts.Files;

namespace Seminar.Host.Reading;

/// <summary>A process that reads files, seen from the host: it is watched while it reads, and ended when it goes beyond a bound.</summary>
internal sealed class ReaderProcess : IDisposable
{
    /// <summary>The heap has its own bound, which the runtime holds; this one is for what a library takes beside it.</summary>
    private const long MostMemory = ReadingProgram.MostHeap + 150L * 1024 * 1024;

    /// <summary>On a busy machine a second of a processor takes several.</summary>
    private const int WaitedForOne = 4;

    /// <summary>A stack that overflowed is told frame by frame.</summary>
    private const int LongestComplaint = 1500;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly string _folder;
    private readonly Task<string> _complaint;
    private ReadingEnd? _endedFor;
    private bool _isDisposed;

    private ReaderProcess(Process process, string folder) => (_process, _folder, _complaint) = (process, folder, ReadComplaintAsync(process.StandardError));

    /// <summary>Whether another file may be handed to it.</summary>
    public bool Stays { get; private set; } = true;

    public bool HasExited => _process.HasExited;

    /// <summary>Since when it waits, in the clock of its keeper.</summary>
    public long WaitsSince { get; set; }

    /// <summary>How what it says on its error output begins, once it has ended.</summary>
    public async Task<string> ComplaintAsync() => await _complaint;

    /// <exception cref="System.ComponentModel.Win32Exception">The system makes no process.</exception>
    public static ReaderProcess Start(ReadingProgram program)
    {
        var folder = Directory.CreateTempSubdirectory("seminar-reading-").FullName;
        try
        {
            return new ReaderProcess(Process.Start(program.In(folder))!, folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <exception cref="OperationCanceledException">Whoever waited for it is gone, and so is the process.</exception>
    public async Task<ReadingEnd> ReadAsync(ReadingRequest request, Stream content, Stream answer, FileBounds bounds, CancellationToken cancel)
    {
        using var watch = new CancellationTokenSource();
        var watching = WatchAsync(bounds, watch.Token);
        ReadingEnd end;
        // A pipe that the other side left is the sign for everything that ends it early.
        using (cancel.UnsafeRegister(_ => Kill(), null))
        {
            end = await ExchangeAsync(request, content, answer, bounds);
        }

        await watch.CancelAsync();
        await watching;
        if (cancel.IsCancellationRequested)
        {
            Kill();
            Stays = false;
            cancel.ThrowIfCancellationRequested();
        }

        return end;
    }

    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        Stays = false;
        Kill();
        // Its files are free once it is gone.
        _process.WaitForExit();
        _process.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // The system sweeps its temporary folder.
        }
    }

    private async Task<ReadingEnd> ExchangeAsync(ReadingRequest request, Stream content, Stream answer, FileBounds bounds)
    {
        try
        {
            await Frames.SendAsync(_process.StandardInput.BaseStream, request, content);
            if (await Frames.CopyAnswerAsync(_process.StandardOutput.BaseStream, answer, bounds.AnswerBytes) is not { } told)
            {
                Kill();
                Stays = false;
                return ReadingEnd.TooMuch;
            }

            Stays = told.Stays;
            return told.End;
        }
        catch (IOException)
        {
            Stays = false;
            return _endedFor ?? CauseOf(await ComplaintAsync());
        }
    }

    /// <summary>What the runtime says when it ends a process is all that is left to tell by.</summary>
    private static ReadingEnd CauseOf(string complaint) =>
        complaint.Contains("Stack overflow", StringComparison.OrdinalIgnoreCase) ? ReadingEnd.TooDeep
        : complaint.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) ? ReadingEnd.TooLarge
        : ReadingEnd.Broken;

    private static async Task<string> ReadComplaintAsync(StreamReader output)
    {
        var kept = new char[LongestComplaint];
        var length = await output.ReadBlockAsync(kept);
        // To the end, lest it wait for a reader.
        var rest = new char[4096];
        while (await output.ReadAsync(rest) > 0)
        {
        }

        return new string(kept, 0, length).Trim();
    }

    private async Task WatchAsync(FileBounds bounds, CancellationToken over)
    {
        var before = _process.TotalProcessorTime;
        var waited = Stopwatch.StartNew();
        try
        {
            while (!_process.HasExited)
            {
                await Task.Delay(Glance, over);
                _process.Refresh();
                _endedFor = _process.WorkingSet64 > MostMemory ? ReadingEnd.TooLarge
                    : _process.TotalProcessorTime - before > bounds.Time || waited.Elapsed > bounds.Time * WaitedForOne ? ReadingEnd.TooLong
                    : null;
                if (_endedFor is not null)
                {
                    Kill();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The reading is over.
        }
        catch (InvalidOperationException)
        {
            // It ended between two glances.
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It is gone.
        }
    }
}
