using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;

namespace Seminar.People.Features.Privacy;

/// <summary>Erases all that concerns one person: registration, wishes, presence, places, sessions, and the quotes they consented to.</summary>
internal sealed record ErasePerson(Guid Person) : IRequest<bool>;

internal sealed class ErasePersonHandler(IModuleDatabase database, IThemes themes) : IRequestHandler<ErasePerson, bool>
{
    public async Task<bool> Handle(ErasePerson request, CancellationToken cancellationToken)
    {
        var quotes = await database.ReadAsync<QuoteRow>(
            "SELECT theme AS Theme, speaker AS Speaker, words AS Words FROM consent WHERE person = @person AND kind = 'quote' AND withdrawn_at IS NULL",
            new { person = request.Person }, cancellationToken);
        foreach (var quote in quotes)
        {
            // First the themes: should one fail, the person is still there and the erasure can be asked for again.
            await QuoteRemoval.RemoveAsync(themes, quote.Theme, new Quote(quote.Speaker, quote.Words), cancellationToken);
        }

        return await database.WriteAsync(
            connection =>
            {
                connection.Execute("DELETE FROM consent WHERE person = @person", new { person = request.Person });
                return connection.Execute("DELETE FROM person WHERE id = @person", new { person = request.Person }) > 0;
            },
            cancellationToken);
    }

    private sealed record QuoteRow(string Theme, string Speaker, string Words);
}

internal static class QuoteRemoval
{
    /// <exception cref="ThemeUnavailableException">The theme is switched off: it has to be on for its quotes to be removed.</exception>
    public static async Task RemoveAsync(IThemes themes, string theme, Quote quote, CancellationToken cancel)
    {
        var running = themes.Running.FirstOrDefault(each => each.Identity.Key == theme)
            ?? throw new ThemeUnavailableException($"La thématique « {theme} » est désactivée : activez-la, puis recommencez.");
        await running.AskAsync(new RemoveQuote(quote), cancel);
    }
}
