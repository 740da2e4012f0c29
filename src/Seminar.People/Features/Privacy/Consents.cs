using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;

namespace Seminar.People.Features.Privacy;

/// <summary>The quotes of all workshops with their consent, and the consents to pictures.</summary>
internal sealed record ShowConsents : IRequest<ConsentsView>;

/// <summary>The page of consents.</summary>
public sealed record ConsentsView(IReadOnlyList<QuoteConsentView> Quotes, IReadOnlyList<PictureConsentView> Pictures, IReadOnlyList<Seminar.Contracts.Refusal> Refusals);

/// <summary>A quote and its consent; without one, <c>How</c> is null.</summary>
public sealed record QuoteConsentView(ThemeIdentity Theme, string Speaker, string Words, Guid? Consent, string? How, DateTimeOffset? GivenAt);

/// <summary>A consent to being pictured.</summary>
public sealed record PictureConsentView(Guid Consent, int? Badge, string How, DateTimeOffset GivenAt, DateTimeOffset? WithdrawnAt);

internal sealed class ShowConsentsHandler(IModuleDatabase database, IThemes themes) : IRequestHandler<ShowConsents, ConsentsView>
{
    private static readonly TimeSpan Limit = ThemePatience.Seconds(2);

    public async Task<ConsentsView> Handle(ShowConsents request, CancellationToken cancellationToken)
    {
        var known = (await database.ReadAsync<Row>(
            """
            SELECT id AS Id, theme AS Theme, speaker AS Speaker, words AS Words, how AS How, given_at AS GivenAt
            FROM consent WHERE kind = 'quote' AND withdrawn_at IS NULL
            """,
            null, cancellationToken)).ToLookup(row => (row.Theme, row.Speaker, row.Words));
        var quotes = new List<QuoteConsentView>();
        foreach (var theme in themes.Running)
        {
            foreach (var quote in await QuotesOfAsync(theme, cancellationToken))
            {
                var consent = known[(theme.Identity.Key, quote.Speaker, quote.Text)].FirstOrDefault();
                quotes.Add(new QuoteConsentView(theme.Identity, quote.Speaker, quote.Text, consent?.Id, consent?.How, consent?.GivenAt));
            }
        }

        return new ConsentsView(quotes, await database.ReadAsync<PictureConsentView>(
            """
            SELECT c.id AS Consent, p.number AS Badge, c.how AS How, c.given_at AS GivenAt, c.withdrawn_at AS WithdrawnAt
            FROM consent c LEFT JOIN person p ON p.id = c.person WHERE c.kind = 'picture' ORDER BY p.number
            """,
            null, cancellationToken), []);
    }

    private static async Task<IReadOnlyList<Quote>> QuotesOfAsync(IRunningTheme theme, CancellationToken cancel)
    {
        try
        {
            return (await Task.Run(() => theme.AskAsync(new GetWorkshop(), cancel), cancel).WaitAsync(Limit, cancel))?.Quotes ?? [];
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            return [];
        }
    }

    private sealed record Row(Guid Id, string Theme, string Speaker, string Words, string How, DateTimeOffset GivenAt);
}

/// <summary>Records a consent: to a quote of a theme, or to pictures of the person with a badge.</summary>
internal sealed record RecordConsent(string Kind, int? Badge, string? Theme, string? Speaker, string? Words, string How) : IRequest<Seminar.Contracts.Outcome>;

internal sealed class RecordConsentHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<RecordConsent, Seminar.Contracts.Outcome>
{
    public async Task<Seminar.Contracts.Outcome> Handle(RecordConsent request, CancellationToken cancellationToken)
    {
        var person = request.Badge is null ? null : await database.ReadOneAsync<Guid?>(
            "SELECT id FROM person WHERE number = @badge AND anonymised_at IS NULL", new { badge = request.Badge }, cancellationToken);
        if (request.Badge is not null && person is null)
        {
            return Seminar.Contracts.Outcome.Refused("badge", $"Aucune personne n’a le badge {request.Badge}.");
        }

        await database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO consent (id, kind, person, theme, speaker, words, how, given_at)
                VALUES (@id, @Kind, @person, @Theme, @Speaker, @Words, @How, @now)
                """,
                new { id = Guid.CreateVersion7(), request.Kind, person, request.Theme, request.Speaker, request.Words, request.How, now = clock.GetUtcNow() }),
            cancellationToken);
        return Seminar.Contracts.Outcome.Done;
    }
}

/// <summary>Withdraws the consent to a quote, given or not: the quote is removed from its workshop, hence from every page and later export.</summary>
internal sealed record WithdrawQuote(string Theme, string Speaker, string Words) : IRequest<bool>;

internal sealed class WithdrawQuoteHandler(IModuleDatabase database, IThemes themes, TimeProvider clock) : IRequestHandler<WithdrawQuote, bool>
{
    public async Task<bool> Handle(WithdrawQuote request, CancellationToken cancellationToken)
    {
        await QuoteRemoval.RemoveAsync(themes, request.Theme, new Quote(request.Speaker, request.Words), cancellationToken);
        return await database.WriteAsync(
            connection => connection.Execute(
                "UPDATE consent SET withdrawn_at = @now, words = NULL WHERE kind = 'quote' AND theme = @Theme AND speaker = @Speaker AND words = @Words",
                new { request.Theme, request.Speaker, request.Words, now = clock.GetUtcNow() }) >= 0,
            cancellationToken);
    }
}

/// <summary>Withdraws the consent to being pictured.</summary>
internal sealed record WithdrawPicture(Guid Consent) : IRequest<bool>;

internal sealed class WithdrawPictureHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<WithdrawPicture, bool>
{
    public async Task<bool> Handle(WithdrawPicture request, CancellationToken cancellationToken) => await database.WriteAsync(
        connection => connection.Execute(
            "UPDATE consent SET withdrawn_at = @now WHERE id = @Consent AND kind = 'picture' AND withdrawn_at IS NULL",
            new { request.Consent, now = clock.GetUtcNow() }) > 0,
        cancellationToken);
}
