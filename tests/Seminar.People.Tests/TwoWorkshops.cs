using MediatR;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.People.Programme;

namespace Seminar.People.Tests;

/// <summary>A seminar of two workshops, « Mobilité » and « Engagement », each with one quote; the themes are the border of this module.</summary>
internal sealed class TwoWorkshops : IThemes
{
    public TwoWorkshops() => Running = [new FakeTheme(0, "mobility", "Mobilité", "mobilite"), new FakeTheme(1, "engagement", "Engagement", "engagement")];

    public IReadOnlyList<IRunningTheme> Running { get; set; }

    public IReadOnlyList<ThemeStatus> All => [];

    public WorkshopProgramme Programme => new(this);

    public IReadOnlyList<ProgrammeWorkshop> List => [.. Running.Select(theme => new ProgrammeWorkshop(theme.Identity, null, null, null))];

    public FakeTheme Theme(string key) => Running.OfType<FakeTheme>().Single(theme => theme.Identity.Key == key);
}

/// <summary>A theme that knows its quotes and answers nothing else.</summary>
internal sealed class FakeTheme(int order, string key, string name, string slug) : IRunningTheme
{
    public List<Quote> Quotes { get; } = [new("Un jeune", $"Parole de {name}")];

    public ThemeIdentity Identity { get; } = new(key, name, slug, "1.0.0", "", 0, order, null);

    public ThemeDescription Description => throw new NotSupportedException();

    public Task<TAnswer> AskAsync<TAnswer>(IRequest<TAnswer> question, CancellationToken cancel) => question is RemoveQuote removal
        ? Task.FromResult((TAnswer)(object)Quotes.Remove(removal.Quote))
        : throw new ThemeUnavailableException($"{Identity.Name} ne répond pas.");
}
