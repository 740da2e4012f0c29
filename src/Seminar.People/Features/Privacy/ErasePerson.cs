using MediatR;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Storage;

namespace Seminar.People.Features.Privacy;

/// <summary>Erases all that concerns one person: registration, wishes, presence, places, sessions, and the quotes they consented to.</summary>
internal sealed record ErasePerson(Guid Person) : IRequest<bool>;

internal sealed class ErasePersonHandler(ModuleDatabase database, IThemes themes, ErasedPeople erased) : IRequestHandler<ErasePerson, bool>
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

        if (await database.ReadOneAsync<int?>("SELECT number FROM person WHERE id = @Person", request, cancellationToken) is not { } number)
        {
            return false;
        }

        erased.Add(request.Person, number);
        var found = await database.WriteAsync(connection => ErasedPeople.Erase(connection, request.Person) > 0, cancellationToken);
        // Begun, it is brought to its end: a name must not stand in the file because someone closed the page.
        await database.ScrubAsync(CancellationToken.None);
        return found;
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
