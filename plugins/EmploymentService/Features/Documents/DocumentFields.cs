using Microsoft.AspNetCore.Http;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>What was typed of a document.</summary>
internal sealed record DocumentForm(string? Title, string? Subject, string? Territory, string? DatedOn)
{
    /// <summary>The forms of the page, by name: the one that adds a document, and two a document.</summary>
    public const string Adding = "verser";

    public static string Version(Guid id) => $"version-{id}";

    public static string Correction(Guid id) => $"corriger-{id}";

    public static DocumentForm Of(IFormCollection sent) => new(sent["title"], sent["subject"], sent["territory"], sent["datedOn"]);
}

/// <summary>What is said of a document.</summary>
internal sealed record DocumentFields(string Title, string Subject, string Territory, DateOnly DatedOn)
{
    public static DocumentFields Read(FormRules rules, DocumentForm form, string prefix = "") => new(
        rules.Text(prefix + "title", form.Title, 200, "le titre du document"), rules.Text(prefix + "subject", form.Subject, 100, "le thème"),
        rules.Text(prefix + "territory", form.Territory, 150, "le territoire"), rules.Date(prefix + "datedOn", form.DatedOn));
}
