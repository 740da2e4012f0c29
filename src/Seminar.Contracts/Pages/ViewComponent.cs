using Microsoft.AspNetCore.Components;

namespace Seminar.Contracts.Pages;

/// <summary>A page or panel that shows one view record: it computes nothing and injects nothing.</summary>
/// <typeparam name="TView">The record to show; public, since parameters of components are.</typeparam>
public abstract class ViewComponent<TView> : ComponentBase
    where TView : notnull
{
    /// <summary>What to show.</summary>
    [Parameter, EditorRequired]
    public TView View { get; set; } = default!;
}
