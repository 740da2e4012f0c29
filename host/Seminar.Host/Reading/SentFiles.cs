using System.Collections.Concurrent;
using System.ComponentModel;
using Seminar.Contracts.Files;

namespace Seminar.Host.Reading;

/// <summary>
/// The one door to files that strangers send. A process that read a file and kept within bounds waits a while for the next, which then
/// needs no start; it never reads two at a time.
/// </summary>
internal sealed class SentFiles : ISentFiles, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    private readonly ReadingProgram _program;
    private readonly TimeProvider _clock;
    private readonly ILogger<SentFiles> _log;
    private readonly ConcurrentStack<ReaderProcess> _waiting = new();
    private readonly ITimer _tidying;

    /// <summary>As many as there are cores, and two on one; long readings, whose answers nobody waits for at once, one at a time.</summary>
    private readonly SemaphoreSlim _places = new(Math.Max(2, Environment.ProcessorCount));
    private readonly SemaphoreSlim _longPlace = new(1);

    public SentFiles(ReadingProgram program, TimeProvider clock, ILogger<SentFiles> log)
    {
        (_program, _clock, _log) = (program, clock, log);
        _tidying = clock.CreateTimer(_ => Tidy(), null, Kept, Kept);
    }

    public async Task<string?> ReadAsync<TReader>(string name, Stream content, Stream answer, FileBounds bounds, CancellationToken cancel)
        where TReader : IFileReader, new()
    {
        var places = bounds.Time > FileBounds.Usual.Time ? _longPlace : _places;
        if (!await places.WaitAsync(bounds.Time * 2, cancel))
        {
            return ReadingEnd.Busy.Sentence();
        }

        try
        {
            var reader = typeof(TReader);
            var request = new ReadingRequest(reader.Assembly.Location, reader.FullName!, name, checked((int)(content.Length - content.Position)), (int)bounds.Time.TotalSeconds * 10);
            return (await ReadAsync(request, content, answer, bounds, cancel)).Sentence();
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose()
    {
        _tidying.Dispose();
        while (_waiting.TryPop(out var process))
        {
            process.Dispose();
        }

        _places.Dispose();
        _longPlace.Dispose();
    }

    private async Task<ReadingEnd> ReadAsync(ReadingRequest request, Stream content, Stream answer, FileBounds bounds, CancellationToken cancel)
    {
        ReaderProcess? process = null;
        try
        {
            process = Take();
            var end = await process.ReadAsync(request, content, answer, bounds, cancel);
            if (end != ReadingEnd.Read)
            {
                process.Dispose();
                _log.LogWarning("A file was not read by {Reader}: {End} {Complaint}", request.Reader, end, await process.ComplaintAsync());
            }

            return end;
        }
        catch (Win32Exception unable)
        {
            _log.LogError(unable, "No process to read files could be made");
            return ReadingEnd.NotBegun;
        }
        finally
        {
            Keep(process);
        }
    }

    private ReaderProcess Take()
    {
        while (_waiting.TryPop(out var process))
        {
            if (!process.HasExited)
            {
                return process;
            }

            process.Dispose();
        }

        return ReaderProcess.Start(_program);
    }

    private void Keep(ReaderProcess? process)
    {
        if (process is { Stays: true } && !process.HasExited)
        {
            process.WaitsSince = _clock.GetTimestamp();
            _waiting.Push(process);
            return;
        }

        process?.Dispose();
    }

    /// <summary>Who waited long enough goes; the one who is needed next was put on top.</summary>
    private void Tidy()
    {
        var all = new ReaderProcess[_waiting.Count];
        var count = _waiting.TryPopRange(all);
        foreach (var process in all.Take(count).Reverse())
        {
            if (_clock.GetElapsedTime(process.WaitsSince) < Kept)
            {
                _waiting.Push(process);
            }
            else
            {
                process.Dispose();
            }
        }
    }
}
