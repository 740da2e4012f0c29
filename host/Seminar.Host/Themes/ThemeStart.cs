using Seminar.Contracts.Themes;

namespace Seminar.Host.Themes;

/// <summary>
/// One start of one version, on a thread of its own, each step within a time limit. Code that never ends can't be stopped: the start is given
/// up, its thread holds nobody, and what it had opened is closed if it ever comes back.
/// </summary>
internal sealed class ThemeStart : IDisposable
{
    private readonly Action<string> _begins;
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _givenUp;
    private readonly TaskCompletionSource<RunningTheme> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string _step = "";

    /// <param name="clock">Measures the limits.</param>
    /// <param name="begins">Told the name of each step before it begins.</param>
    public ThemeStart(TimeProvider clock, Action<string> begins)
    {
        _begins = begins;
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _givenUp = _source.Token;
    }

    /// <summary>Nobody waits for it any more.</summary>
    public CancellationToken GivenUp => _givenUp;

    /// <exception cref="ThemeFailure">A step failed.</exception>
    /// <exception cref="ThemeHeldException">A step did not end in time.</exception>
    public async Task<RunningTheme> RunAsync(string name, Func<ThemeStart, RunningTheme> open, CancellationToken cancel)
    {
        await using var limit = _givenUp.UnsafeRegister(_ => _outcome.TrySetException(new ThemeHeldException(_step)), null);
        await using var stop = cancel.UnsafeRegister(_ => _outcome.TrySetCanceled(cancel), null);
        new Thread(() => Run(open)) { IsBackground = true, Name = $"start of {name}" }.Start();
        try
        {
            return await _outcome.Task;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await _source.CancelAsync();
            throw;
        }
    }

    /// <summary>Does the next step, within its limit.</summary>
    public T Do<T>(string step, TimeSpan limit, Func<T> action)
    {
        _givenUp.ThrowIfCancellationRequested();
        _step = step;
        _begins(step);
        _source.CancelAfter(limit);
        return action();
    }

    public void Dispose() => _source.Dispose();

    private void Run(Func<ThemeStart, RunningTheme> open)
    {
        try
        {
            var theme = open(this);
            if (!_outcome.TrySetResult(theme))
            {
                theme.DisposeAsync().AsTask().Wait();
            }
        }
        catch (Exception exception)
        {
            _outcome.TrySetException(exception);
        }
    }
}

/// <summary>A step of a start did not end in time.</summary>
internal sealed class ThemeHeldException(string step) : Exception($"The step {step} did not end in time")
{
    public string Step { get; } = step;

    public ThemeFailure ToFailure(TimeSpan limit) => new(
        ThemeState.Failed, Step,
        $"elle n’a pas fini en {limit.TotalSeconds:0} s, et le programme continue sans elle.",
        "Signalez-le à l’équipe qui publie la thématique. Au prochain démarrage, cette version sera laissée de côté ; « Réessayer » l’essaie encore.");
}
