using System.Runtime.CompilerServices;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Reports.Workbook;

namespace Seminar.Synthesis.Features.Report;

/// <summary>The workshops of running themes, as an export reads them.</summary>
internal sealed class ThemesSource(SeminarDocument? seminar, IReadOnlyList<IRunningTheme> themes, WorkshopReader reader) : ISeminarSource
{
    private static readonly TimeSpan Limit = ThemePatience.Seconds(10);

    public SeminarDocument? Seminar => seminar;

    public IReadOnlyList<string> Themes { get; } = [.. themes.Select(theme => theme.Identity.Key)];

    /// <exception cref="SilentThemeException">The theme failed, or a piece did not come in time.</exception>
    public async IAsyncEnumerable<WorkshopPiece> PiecesOf(string theme, [EnumeratorCancellation] CancellationToken cancel)
    {
        var asked = themes.Single(each => each.Identity.Key == theme);
        await using var pieces = (await OrSilentAsync(Task.Run(() => asked.AskAsync(new StreamWorkshop { Reader = reader }, cancel), cancel), asked, cancel)).GetAsyncEnumerator(cancel);
        while (await OrSilentAsync(pieces.MoveNextAsync().AsTask(), asked, cancel))
        {
            yield return pieces.Current;
        }
    }

    private static async Task<T> OrSilentAsync<T>(Task<T> answer, IRunningTheme theme, CancellationToken cancel)
    {
        try
        {
            return await answer.WaitAsync(Limit, cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            throw new SilentThemeException($"La thématique « {theme.Identity.Name} » ne répond pas : les données seraient incomplètes. Réessayez, ou désactivez-la.", exception);
        }
    }
}

/// <summary>A theme did not give its data. The message is a French sentence.</summary>
internal sealed class SilentThemeException(string message, Exception cause) : Exception(message, cause);
