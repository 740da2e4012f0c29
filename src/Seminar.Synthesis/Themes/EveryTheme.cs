using MediatR;
using Microsoft.Extensions.Logging;
using Seminar.Contracts.Themes;

namespace Seminar.Synthesis.Themes;

/// <summary>Puts one question to every running theme at once, and names those that did not answer in time.</summary>
internal sealed class EveryTheme(IThemes themes, ILogger<EveryTheme> log)
{
    private static readonly TimeSpan Limit = ThemePatience.Seconds(2);

    /// <summary>The limit is a theme's, not the whole's: one that hangs costs no more than it.</summary>
    /// <param name="question">Makes the question.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <param name="only">Key of the one theme to ask, or null for all.</param>
    public Task<Answers<T>> AskAsync<T>(Func<IRequest<T>> question, CancellationToken cancel, string? only = null) => AskAsync(_ => question(), cancel, only);

    /// <summary>The same, with a question of its own to each.</summary>
    public async Task<Answers<T>> AskAsync<T>(Func<ThemeIdentity, IRequest<T>> question, CancellationToken cancel, string? only = null)
    {
        var replies = await Task.WhenAll(themes.Running.Where(theme => only is null || theme.Identity.Key == only).Select(theme => AskAsync(theme, question(theme.Identity), cancel)));
        return new Answers<T>(
            [.. replies.Where(reply => reply.Silence is null).Select(reply => new Answer<T>(reply.Theme, reply.Content!))],
            [.. replies.Select(reply => reply.Silence).OfType<MissingTheme>(), .. NotRunning(themes)]);
    }

    /// <summary>The themes that were found but do not run.</summary>
    public static IReadOnlyList<MissingTheme> NotRunning(IThemes themes) =>
    [
        .. themes.All
            .Where(theme => theme.State != ThemeState.Running)
            .Select(theme => theme.State == ThemeState.Disabled ? new MissingTheme(theme.Name, "désactivée", IsDisabled: true) : new MissingTheme(theme.Name, "en panne")),
    ];

    private async Task<(ThemeIdentity Theme, T? Content, MissingTheme? Silence)> AskAsync<T>(IRunningTheme theme, IRequest<T> question, CancellationToken cancel)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(Limit);
        try
        {
            // On a thread of its own: a handler that blocks instead of waiting must not hold up the others.
            var answer = Task.Run(() => theme.AskAsync(question, limited.Token), cancel);
            return (theme.Identity, await answer.WaitAsync(Limit, cancel), null);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            var late = exception is TimeoutException or OperationCanceledException;
            log.LogWarning(exception, "Theme {Key} did not answer {Question}", theme.Identity.Key, question.GetType().Name);
            return (theme.Identity, default, new MissingTheme(theme.Identity.Name, late ? "n’a pas répondu à temps" : "a répondu par une erreur"));
        }
    }
}

/// <summary>What the themes answered.</summary>
internal sealed record Answers<T>(IReadOnlyList<Answer<T>> Given, IReadOnlyList<MissingTheme> Missing);

internal sealed record Answer<T>(ThemeIdentity Theme, T Content);

/// <summary>A theme that an overview had to do without, and why, in French.</summary>
/// <param name="Name">Name of the theme.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsDisabled">Whether someone switched it off on purpose.</param>
public sealed record MissingTheme(string Name, string Reason, bool IsDisabled = false);
