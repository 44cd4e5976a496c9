// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// Knows the pool of two tokens in either order, as a UniswapV2 factory does. Pools are made elsewhere and told to it once.
contract PairFactory {
    mapping(address => mapping(address => address)) public getPair;

    function devnetAdd(address pair, address tokenA, address tokenB) external {
        require(getPair[tokenA][tokenB] == address(0), "UniswapV2: PAIR_EXISTS");
        getPair[tokenA][tokenB] = pair;
        getPair[tokenB][tokenA] = pair;
    }
}
