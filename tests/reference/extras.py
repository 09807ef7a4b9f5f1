"""Writes extras.json: the further optimizers in float64 with autograd, every form of each.

A form that torch.optim has is run by it ("by" names the class); the others are a plain transcription of the paper's
algorithm, below ("by" is "transcription"). Needs PyTorch 2.0 or newer: before, its NAdam was another.
Run: python3 extras.py [output folder]
"""

import json
import math
import sys
from pathlib import Path

import torch

from generate import SURFACES

torch.set_default_dtype(torch.float64)

ADAM = {"lr": 2e-2, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8}

HYPER = {
    "ema": {"lr": 5e-4, "mu": 0.9},
    "adadelta": {"lr": 1.0, "rho": 0.9, "eps": 1e-6},
    "adamax": ADAM,
    "nadam": {**ADAM, "momentum_decay": 4e-3},
    "amsgrad": ADAM,
    "yogi": {**ADAM, "eps": 1e-3},
    "adamw": {**ADAM, "weight_decay": 0.05},
    "radam": ADAM,
    "lion": {"lr": 7e-3, "beta1": 0.9, "beta2": 0.99, "weight_decay": 0.01},
}

STEPS = 100
RECORDED_STEPS = {1, 2, 3, 4, 5, 6, 7, 10, 20, 35, 50, 75, 100}


def betas(h):
    return {"lr": h["lr"], "betas": (h["beta1"], h["beta2"]), "eps": h["eps"]}


CLASSES = {
    ("ema", "pytorch"): lambda p, h: torch.optim.SGD([p], lr=h["lr"], momentum=h["mu"], dampening=h["mu"]),
    ("adadelta", "default"): lambda p, h: torch.optim.Adadelta([p], lr=h["lr"], rho=h["rho"], eps=h["eps"]),
    ("adamax", "default"): lambda p, h: torch.optim.Adamax([p], **betas(h)),
    ("nadam", "default"): lambda p, h: torch.optim.NAdam([p], **betas(h), momentum_decay=h["momentum_decay"]),
    ("amsgrad", "default"): lambda p, h: torch.optim.Adam([p], **betas(h), amsgrad=True),
    ("adamw", "default"): lambda p, h: torch.optim.AdamW([p], **betas(h), weight_decay=h["weight_decay"]),
    ("adamw", "l2"): lambda p, h: torch.optim.Adam([p], **betas(h), weight_decay=h["weight_decay"]),
    ("radam", "default"): lambda p, h: torch.optim.RAdam([p], **betas(h)),
}


def ema(x, g, t, s, lr, mu):
    """Liu, Gao & Yin 2020, equation of SGDM: m = beta*m + (1 - beta)*g; x = x - alpha*m."""
    s["v"] = mu * s.get("v", 0.0) + (1 - mu) * g
    return x - lr * s["v"]


def moments(g, s, beta1, beta2):
    s["m"] = beta1 * s.get("m", 0.0) + (1 - beta1) * g
    s["v"] = beta2 * s.get("v", 0.0) + (1 - beta2) * g**2
    return s["m"], s["v"]


def adamax(x, g, t, s, lr, beta1, beta2, eps):
    """Kingma & Ba 2015, algorithm 2, with eps added to the denominator."""
    s["m"] = beta1 * s.get("m", 0.0) + (1 - beta1) * g
    s["u"] = max(beta2 * s.get("u", 0.0), abs(g))
    return x - lr / (1 - beta1**t) * s["m"] / (s["u"] + eps)


def amsgrad(x, g, t, s, lr, beta1, beta2, eps):
    """Reddi, Kale & Kumar 2018, algorithm 2, with eps added to the denominator."""
    m, v = moments(g, s, beta1, beta2)
    s["peak"] = max(s.get("peak", 0.0), v)
    return x - lr * m / (math.sqrt(s["peak"]) + eps)


def radam(x, g, t, s, lr, beta1, beta2, eps):
    """Liu et al. 2020, algorithm 2, with eps added to the root."""
    m, v = moments(g, s, beta1, beta2)
    mean = m / (1 - beta1**t)
    limit = 2 / (1 - beta2) - 1
    r = limit - 2 * t * beta2**t / (1 - beta2**t)
    if r <= 4:
        return x - lr * mean
    rectified = math.sqrt((r - 4) * (r - 2) * limit / ((limit - 4) * (limit - 2) * r))
    return x - lr * rectified * mean * math.sqrt(1 - beta2**t) / (math.sqrt(v) + eps)


def yogi_moments(g, s, beta1, beta2):
    s["m"] = beta1 * s.get("m", 0.0) + (1 - beta1) * g
    before = s.get("v", 0.0)
    s["v"] = before - (1 - beta2) * (g**2 if before > g**2 else -(g**2) if before < g**2 else 0.0)
    return s["m"], s["v"]


def yogi(x, g, t, s, lr, beta1, beta2, eps):
    """Zaheer et al. 2018, algorithm 2."""
    m, v = yogi_moments(g, s, beta1, beta2)
    return x - lr * m / (math.sqrt(v) + eps)


def yogi_corrected(x, g, t, s, lr, beta1, beta2, eps):
    """The same with Adam's correction of both means."""
    m, v = yogi_moments(g, s, beta1, beta2)
    return x - lr * (m / (1 - beta1**t)) / (math.sqrt(v / (1 - beta2**t)) + eps)


def lion(x, g, t, s, lr, beta1, beta2, weight_decay):
    """Chen et al. 2023, algorithm 2."""
    m = s.get("m", 0.0)
    c = beta1 * m + (1 - beta1) * g
    s["m"] = beta2 * m + (1 - beta2) * g
    return x - lr * ((1.0 if c > 0 else -1.0 if c < 0 else 0.0) + weight_decay * x)


TRANSCRIBED = {
    ("ema", "default"): ema,
    ("adamax", "epsOutside"): adamax,
    ("amsgrad", "uncorrected"): amsgrad,
    ("yogi", "default"): yogi,
    ("yogi", "corrected"): yogi_corrected,
    ("radam", "paper"): radam,
    ("lion", "default"): lion,
}


def stepper(form, p, h):
    """A function of the step and its lr that moves p by its gradient."""
    if form in CLASSES:
        optimizer = CLASSES[form](p, h)

        def step(t, lr):
            optimizer.param_groups[0]["lr"] = lr
            optimizer.step()

        return step
    states = [{} for _ in p]

    def step(t, lr):
        with torch.no_grad():
            for i, state in enumerate(states):
                p[i] = TRANSCRIBED[form](p[i].item(), p.grad[i].item(), t, state, **{**h, "lr": lr})

    return step


def trajectory(surface, form, schedule):
    formula, loss_of, start, _ = SURFACES[surface]
    name, variant = form
    h = HYPER[name]
    p = torch.tensor(start, requires_grad=True)
    step = stepper(form, p, h)
    points = []
    for t in range(1, STEPS + 1):
        p.grad = None
        loss_of(p[0], p[1]).backward()
        lr = h["lr"] * schedule["factor"] ** ((t - 1) // schedule["every"]) if schedule["kind"] == "step" else h["lr"]
        step(t, lr)
        if t in RECORDED_STEPS:
            points.append({"step": t, "x": p[0].item(), "y": p[1].item(), "loss": loss_of(p[0], p[1]).item()})
    return {
        "surface": surface, "formula": formula, "optimizer": name, "variant": variant, "hyper": h, "schedule": schedule,
        "by": "torch.optim." + type(CLASSES[form](p, h)).__name__ if form in CLASSES else "transcription",
        "start": start, "steps": STEPS, "points": points,
    }


def main():
    if int(torch.__version__.split(".")[0]) < 2:
        sys.exit(f"expected PyTorch 2.0 or newer, found {torch.__version__}")
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    constant, halved = {"kind": "constant"}, {"kind": "step", "factor": 0.5, "every": 30}
    forms = sorted([*CLASSES, *TRANSCRIBED], key=lambda form: (list(HYPER).index(form[0]), form[1]))
    cases = [trajectory(s, f, constant) for s in ("rosenbrock", "ravine", "himmelblau") for f in forms]
    cases += [trajectory("rosenbrock", f, halved) for f in forms]
    source = f"PyTorch {torch.__version__} or a transcription of the paper where it has no such class, float64, autograd"
    (folder / "extras.json").write_text(json.dumps({"source": source, "cases": cases}, indent=1, allow_nan=False))


if __name__ == "__main__":
    main()
