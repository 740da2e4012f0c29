using System.Text.RegularExpressions;
using Dapper;

namespace Seminar.Themes.Mobility.Features.Ambassadors;

/// <summary>Peers who tell how they came to move: the latest first.</summary>
internal sealed record ShowAmbassadors : IRequest<AmbassadorsView>;

/// <summary>The ambassadors.</summary>
/// <param name="People">A first name and words each.</param>
public sealed record AmbassadorsView(IReadOnlyList<AmbassadorView> People);

/// <summary>An ambassador.</summary>
public sealed record AmbassadorView(Guid Id, string FirstName, string Words, DateOnly AgreedOn);

/// <summary>The page of the ambassadors.</summary>
public sealed record AmbassadorsPageView(ThemeIdentity Theme, AmbassadorsView Ambassadors, FormView<AmbassadorForm> Form);

/// <summary>What was typed.</summary>
/// <param name="FirstName">First name or pseudonym.</param>
/// <param name="Words">The testimony.</param>
/// <param name="Agrees">Whether the person agrees.</param>
/// <param name="Age">One of <see cref="Agreement.Ages"/>.</param>
/// <param name="Parents">Who has parental authority and agrees too; one of <see cref="Agreement.Parents"/>.</param>
public sealed record AmbassadorForm(string? FirstName, string? Words, string? Agrees, string? Age, string? Parents)
{
    public static AmbassadorForm Blank { get; } = new(null, null, null, null, null);
}

internal sealed class ShowAmbassadorsHandler(IModuleDatabase database) : IRequestHandler<ShowAmbassadors, AmbassadorsView>
{
    public async Task<AmbassadorsView> Handle(ShowAmbassadors request, CancellationToken cancellationToken) => new(
        await database.ReadAsync<AmbassadorView>("SELECT id AS Id, first_name AS FirstName, words AS Words, agreed_on AS AgreedOn FROM ambassador ORDER BY id DESC", null, cancellationToken));
}

internal sealed record AddAmbassador(AmbassadorForm Form) : IRequest<Outcome>;

internal sealed partial class AddAmbassadorHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddAmbassador, Outcome>
{
    public async Task<Outcome> Handle(AddAmbassador request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        var rules = new FormRules();
        var firstName = rules.Text("firstName", form.FirstName, 30, "un prénom");
        var words = rules.Text("words", form.Words?.ReplaceLineEndings(" "), 1000, "le témoignage");
        List<Refusal> refusals = [.. rules.Outcome.Refusals, .. Personal(firstName, words), .. Agreement.Check(form)];
        if (refusals.Count > 0)
        {
            return new Outcome(refusals);
        }

        await database.WriteAsync(
            connection => connection.Execute(
                "INSERT INTO ambassador (id, first_name, words, agreed_on) VALUES (@id, @firstName, @words, @today)",
                new { id = Guid.CreateVersion7(), firstName, words, today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime) }),
            cancellationToken);
        return Outcome.Done;
    }

    /// <summary>No more of a person than a first name.</summary>
    private static IEnumerable<Refusal> Personal(string firstName, string words)
    {
        if (firstName.Length > 0 && !FirstNameAlone().IsMatch(firstName))
        {
            yield return new Refusal("firstName", "Donnez un prénom seul, ou un pseudonyme\u00A0: deux lettres au moins, sans nom de famille.");
        }

        if (words.Length is > 0 and < 10)
        {
            yield return new Refusal("words", "Le témoignage est trop court\u00A0: dix caractères au moins.");
        }

        if (Contact().IsMatch(words))
        {
            yield return new Refusal("words", "Le témoignage contient une adresse ou un numéro\u00A0: retirez-le.");
        }
    }

    [GeneratedRegex(@"^\p{L}{2,}(-\p{L}{2,})?$")]
    private static partial Regex FirstNameAlone();

    [GeneratedRegex(@"\S@\S|(\d[ .-]?){8,}|@\w{3,}")]
    private static partial Regex Contact();
}

/// <summary>Takes a testimony away for good: the person no longer agrees.</summary>
internal sealed record RemoveAmbassador(Guid Id) : IRequest;

internal sealed class RemoveAmbassadorHandler(IModuleDatabase database) : IRequestHandler<RemoveAmbassador>
{
    public async Task<Unit> Handle(RemoveAmbassador request, CancellationToken cancellationToken)
    {
        await database.WriteAsync(connection => connection.Execute("DELETE FROM ambassador WHERE id = @Id", request), cancellationToken);
        return Unit.Value;
    }
}
