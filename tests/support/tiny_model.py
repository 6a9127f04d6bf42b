"""A real sentence-transformers model of a few kilobytes, with random weights, in safetensors."""

from __future__ import annotations

import json

WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] the a harbour ferry library council opens closes on sunday late".split()
_MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
    {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
]


def save_tiny_model(folder):
    import torch
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(7)
    folder.mkdir(exist_ok=True)
    BertTokenizerFast(vocab={word: n for n, word in enumerate(WORDS)}).save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        max_position_embeddings=64, initializer_range=1.0,
    )  # fmt: skip
    BertModel(config).save_pretrained(folder)
    (folder / "1_Pooling").mkdir()
    pooling = {"word_embedding_dimension": 16, "pooling_mode_mean_tokens": True}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(pooling))
    (folder / "modules.json").write_text(json.dumps(_MODULES))
    return folder
